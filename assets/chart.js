// The interactive twins of the figures. A figure's option is pure data; the functions that ECharts
// needs, and everything that draws, are here, in board.js, trend.js and story.js. Texts go to the canvas, to
// textContent or are cloned from the page; none is ever parsed.
const twins = (() => {
  'use strict';
  const sheet = getComputedStyle(document.documentElement);
  const family = 'Inter, sans-serif';
  const fonts = { body: '12px ' + family, bold: '600 12px ' + family, small: '11px ' + family, smallBold: '600 11px ' + family };
  const lead = { body: 15, bold: 15, small: 13.5, smallBold: 13.5 };
  const ruler = document.createElement('canvas').getContext('2d');
  const widths = new Map();

  const color = (token) => sheet.getPropertyValue('--' + token).trim();
  const tokenOf = (value) => (/^var\(--([a-z0-9-]+)\)$/.exec(value) || [])[1];

  const measure = (face, s) => {
    const key = face + s;
    if (!widths.has(key)) { ruler.font = fonts[face]; widths.set(key, ruler.measureText(s).width); }
    return widths.get(key);
  };
  const cut = (face, s, room) => {
    if (measure(face, s) <= room) return s;
    let letters = [...s];
    while (letters.length && measure(face, letters.join('') + '…') > room) letters.pop();
    return letters.join('').replace(/[ ,;:]+$/, '') + '…';
  };
  // Lines break at spaces, a word that is wider than a line between letters; the last line allowed ends in "…".
  const wrap = (face, s, room, most) => {
    const words = s.split(/ +/).filter(Boolean), all = [];
    let line = '';
    for (let i = 0; i < words.length; i++) {
      const longer = line ? line + ' ' + words[i] : words[i];
      if (measure(face, longer) <= room) { line = longer; continue; }
      if (all.length === most - 1) return [...all, cut(face, [line, ...words.slice(i)].join(' ').trim(), room)];
      if (!line) {
        const letters = [...words[i]];
        let n = 1;
        while (n < letters.length && measure(face, letters.slice(0, n + 1).join('')) <= room) n++;
        line = letters.slice(0, n).join('');
        words[i] = letters.slice(n).join('');
        if (!words[i]) continue;
      }
      all.push(line);
      line = '';
      i--;
    }
    return line ? [...all, line] : all;
  };

  // ---- Shapes, as ECharts wants them -----------------------------------------------------------
  const line = (points, stroke, width, dash) => ({ type: 'polyline', silent: true, shape: { points }, style: { fill: 'none', stroke: color(stroke), lineWidth: width, lineDash: dash || null } });
  const box = (x, y, width, height, fill, stroke, lineWidth, dash) => ({ type: 'rect', silent: true, shape: { x, y, width, height },
    style: { fill: fill ? color(fill) : 'none', stroke: stroke ? color(stroke) : 'none', lineWidth: lineWidth || 0, lineDash: dash || null } });
  const polygon = (points, fill, stroke, lineWidth, dash) => ({ type: 'polygon', silent: true, shape: { points },
    style: { fill: fill ? color(fill) : 'none', stroke: stroke ? color(stroke) : 'none', lineWidth: lineWidth || 0, lineDash: dash || null } });
  const text = (face, s, x, y, align, fill) => ({ type: 'text', silent: true, x, y, style: { text: s, font: fonts[face], align: align || 'left', verticalAlign: 'middle', fill: color(fill || 'ink') } });
  const lines = (face, all, x, top, align, fill) => all.map((s, i) => text(face, s, x, top + (i + 0.5) * lead[face], align, fill));
  // A field answers the pointer: it is not seen until the pointer is on it.
  const field = (x, y, width, height, lit) => ({ type: 'rect', shape: { x, y, width, height }, z2: -1, style: { fill: 'rgba(0,0,0,0)' },
    emphasis: { style: { fill: lit === false ? 'rgba(0,0,0,0)' : color('panel') } } });
  const disc = (x, y, r) => ({ type: 'circle', shape: { cx: x, cy: y, r }, style: { fill: 'rgba(0,0,0,0)' } });

  const outlines = {
    square: (x, y, r) => { r *= 0.88; return [[x - r, y - r], [x + r, y - r], [x + r, y + r], [x - r, y + r]]; },
    diamond: (x, y, r) => { r *= 1.2; return [[x, y - r], [x + r, y], [x, y + r], [x - r, y]]; },
    up: (x, y, r) => [[x, y - 1.15 * r], [x + 1.1 * r, y + 0.85 * r], [x - 1.1 * r, y + 0.85 * r]],
    down: (x, y, r) => [[x, y + 1.15 * r], [x + 1.1 * r, y - 0.85 * r], [x - 1.1 * r, y - 0.85 * r]],
    star: (x, y, r) => [...Array(10).keys()].map((i) => {
      const d = 1.3 * r * (i % 2 ? 0.42 : 1), turn = (i * Math.PI) / 5 - Math.PI / 2;
      return [x + d * Math.cos(turn), y + 0.13 * r + d * Math.sin(turn)];
    }),
    hourglass: (x, y, r) => [[-1.05, -1.1], [1.05, -1.1], [0.2, 0], [1.05, 1.1], [-1.05, 1.1], [-0.2, 0]].map(([a, b]) => [x + a * r, y + b * r]),
    slab: (x, y, r) => [[-1, -1], [1, -1], [1, 1], [-1, 1]].map(([a, b]) => [x + 1.35 * a * r, y + 0.55 * b * r]),
  };
  const glyphs = ['circle', 'square', 'diamond', 'up', 'down', 'star', 'hourglass', 'slab'];
  const seriesGlyph = (n) => glyphs[(n + Math.floor(n / 8)) % 8]; // colours come round after eight series, then with the next mark
  const glyphOf = (status) => ({ reported: 'square', claimed: 'diamond', assessed: 'up', denied: 'cross' })[status] || 'circle';
  const outline = (glyph, x, y, r, fill, stroke, width) => {
    if (outlines[glyph]) return polygon(outlines[glyph](x, y, r), fill, stroke, width);
    return { type: 'circle', silent: true, shape: { cx: x, cy: y, r }, style: { fill: fill ? color(fill) : 'none', stroke: stroke ? color(stroke) : 'none', lineWidth: width } };
  };
  const faded = (token, m) => (m.superseded ? 'axis' : token);
  const dashes = (m) => (m.status === 'planned' ? [3.2, 2.4] : null);

  // A mark: filled for what is said to be so, hollow for what is planned, a cross for what is
  // denied, thin and grey for what was superseded, ringed for what is only approximate.
  const dot = (glyph, token, m, x, y, r = 4.6) => {
    const all = [];
    if (m.approx && !m.superseded) all.push(outline('circle', x, y, r + 2.6, 'paper', token, 0.9));
    if (m.status === 'denied' || glyph === 'cross') {
      const d = r * 0.9;
      all.push(line([[x - d, y - d], [x + d, y + d]], faded(token, m), 2), line([[x - d, y + d], [x + d, y - d]], faded(token, m), 2));
    } else if (m.superseded) all.push(outline(glyph, x, y, r - 0.7, 'paper', 'axis', 1));
    else if (m.status === 'planned') all.push(outline(glyph, x, y, r - 0.3, 'paper', token, 1.6));
    else all.push(outline(glyph, x, y, r + 0.5, token, 'paper', 1.1));
    return all;
  };
  const bar = (token, m, x0, x1, y, h) => {
    const t = faded(token, m), w = x1 - x0, all = [];
    if (m.superseded) all.push(box(x0, y - h / 2, w, h, 'paper', 'axis', 0.8));
    else if (m.status === 'confirmed') all.push(box(x0, y - h / 2, w, h, t, t, 1));
    else if (m.status === 'planned') all.push(box(x0, y - h / 2, w, h, 'paper', t, 1.2, [3.2, 2.4]));
    else if (m.status === 'denied') all.push(box(x0, y - h / 2, w, h, 'paper', t, 1.2), line([[x0 - 2, y + h / 2 + 2], [x1 + 2, y - h / 2 - 2]], t, 1.2));
    else all.push(box(x0, y - h / 2, w, h, t + '-soft', t, 1.2));
    if (m.status === 'assessed' && !m.superseded) {
      for (let d = 5; d < w + h; d += 5) {
        const a = Math.max(0, d - h), b = Math.min(d, w);
        all.push(line([[x0 + a, y - h / 2 + d - a], [x0 + b, y - h / 2 + d - b]], t, 0.8));
      }
    }
    return all;
  };
  const arrow = (token, m, x0, y0, x1, y1) => {
    const t = faded(token, m), w = m.superseded ? 1 : 2, a = 4.3;
    const s = Math.sign(x1 - x0 || y1 - y0);
    const head = y0 === y1 ? [[x1 - s * a, y1 - a], [x1, y1], [x1 - s * a, y1 + a]] : [[x1 - a, y1 - s * a], [x1, y1], [x1 + a, y1 - s * a]];
    return [line([[x0, y0], [x1, y1]], t, w, dashes(m)), line(head, t, w)];
  };

  // The ragged end of a bar whose amount is only approximate.
  const torn = (token, m, x, y, h) => {
    const d = 2, top = y - h / 2, edge = [[x - d, top], [x + d, top + h / 4], [x - d, top + h / 2], [x + d, top + (3 * h) / 4], [x - d, top + h]];
    return [polygon([...edge, [x + d, top + h + 1], [x + d, top - 1]], 'paper'), line(edge, faded(token, m), 1.2)];
  };

  // What a claim covers: from low to high, or open on a side.
  const extent = ([low, best, high]) => {
    const all = [low, best, high].filter((v) => v !== null);
    const e = { low: Math.min(...all), high: Math.max(...all), best, openLow: low === null && high !== null, openHigh: high === null && low !== null };
    e.point = !e.openLow && !e.openHigh && e.low === e.high;
    e.mid = best === null ? e.low : best;
    return e;
  };

  // Blocks moved apart so that none covers another, each as near to its wish as can be.
  const spread = (want, heights, lo, hi) => {
    const runs = [];
    const top = (r) => Math.max(lo, Math.min(r.sum / r.n, Math.max(lo, hi - r.total)));
    want.forEach((w, i) => {
      let r = { sum: w - heights[i] / 2, n: 1, total: heights[i] };
      while (runs.length && top(runs.at(-1)) + runs.at(-1).total > top(r)) {
        const q = runs.pop();
        r = { sum: q.sum + r.sum - r.n * q.total, n: q.n + r.n, total: q.total + r.total };
      }
      runs.push(r);
    });
    const tops = [];
    for (const r of runs) { let y = top(r); for (let k = 0; k < r.n; k++) { tops.push(y); y += heights[tops.length - 1]; } }
    return tops;
  };

  // ---- Numbers and axes ---------------------------------------------------------------------------
  const numbers = (language) => { const plain = new Intl.NumberFormat(language, { maximumFractionDigits: 6 }); return (v) => plain.format(v); };
  const numerals = ({ twin, format }, ticks) => ticks.map((v) => { // on an axis, each with its number word
    const s = (twin.scales || []).find(({ by }) => v >= by && (v * 100) % by === 0);
    return s ? format(v / s.by) + (v === s.by ? s.one : s.other) : format(v);
  });
  // How many pixels a point of the picture is at a width: what it has room for, the twin has.
  const point = (width) => clamp(width / (width < 530 ? 236 : 520), 1.2, 1.42);
  const clamp = (v, lo, hi) => Math.max(lo, Math.min(v, hi));
  const nice = (raw) => {
    const p = 10 ** Math.floor(Math.log10(raw));
    return [1, 2, 5, 10].map((m) => m * p).find((s) => s >= raw * (1 - 1e-9));
  };
  // An axis with about n ticks that holds all values; at() says where a value stands on it, from 0 to 1.
  // There is no half of what is counted: where all values are whole, so are the ticks.
  const linear = (values, n) => {
    const lo = Math.min(0, ...values), hi = Math.max(0, ...values) || (lo ? 0 : 1), least = nice((hi - lo) / n);
    const step = values.every(Number.isInteger) ? Math.max(least, 1) : least, from = Math.floor(lo / step), ticks = [];
    do ticks.push((from + ticks.length) * step); while (ticks.at(-1) < hi * (1 - 1e-12) && ticks.length < 100);
    const [min, max] = [ticks[0], ticks.at(-1)];
    return { ticks, at: (v) => clamp((v - min) / (max - min), 0, 1) };
  };
  // A logarithmic axis has whole decades; zero has a place of its own before the first.
  const logarithmic = (values, n) => {
    const some = values.filter((v) => v > 0), zero = some.length < values.length ? 0.08 : 0;
    const from = some.length ? Math.floor(Math.log10(Math.min(...some)) + 1e-9) : 0;
    const to = Math.max(some.length ? Math.ceil(Math.log10(Math.max(...some)) - 1e-9) : 1, from + 1), many = to - from;
    const of = many * 3 <= n ? [1, 2, 5] : many * 2 <= n ? [1, 3] : [1], every = Math.max(1, Math.ceil(many / n)), ticks = zero ? [0] : [];
    let e = Math.ceil(from / every) * every; // 1,000, 1 million …, rather than 100, 100,000
    if (e + every > to) e = from;
    if (e - from >= every / 2) ticks.push(10 ** from); // the decades before the first tick are not without one
    for (; e <= to; e += every) ticks.push(...of.map((m) => m * 10 ** e).filter((v) => v <= 10 ** to * (1 + 1e-9)));
    return { ticks, zero, min: 10 ** from, at: (v) => (v > 0 ? zero + (1 - zero) * clamp((Math.log10(v) - from) / many, 0, 1) : 0) };
  };
  const scale = (values, log, n) => (log ? logarithmic : linear)(values, n);
  // Of numbers that would touch, given as pairs of ends, the last stays and then the first.
  const apart = (ends, gap) => {
    let past = -Infinity;
    const [limit] = ends.at(-1);
    return ends.map(([from, to], i) => {
      if (i < ends.length - 1 && (from < past + gap || to > limit - gap)) return false;
      past = to;
      return true;
    });
  };

  // Ticks of a time axis: the finest of these strides that gives at most n. Days begin anew with each month.
  const day = 864e5;
  const strides = [...[1, 2, 5, 10].map((n) => ({ days: n, per: n })), ...[1, 2, 3, 6].map((n) => ({ months: n, per: 30.4 * n })),
    ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000].map((n) => ({ years: n, per: 365 * n }))];
  const utc = (y, m, d) => new Date(0).setUTCFullYear(y, m, d);
  const first = (s, d) => {
    const y = d.getUTCFullYear(), m = d.getUTCMonth();
    return s.years ? utc(Math.max(Math.floor(y / s.years) * s.years, 1), 0, 1) : utc(y, s.months ? m - (m % s.months) : m, 1);
  };
  const next = (s, ms) => {
    const d = new Date(ms), y = d.getUTCFullYear(), m = d.getUTCMonth();
    if (s.years) return utc(y + s.years - (s.years > 1 && y === 1 ? 1 : 0), 0, 1);
    if (s.months) return utc(y, m + s.months, 1);
    const end = utc(y, m + 1, 1), to = ms + s.days * day;
    return to >= end || (s.days > 1 && end - to < s.days * day && new Date(to).getUTCDate() > 25) ? end : to;
  };
  // What stands under a label where it changes is the year of months, the month of days.
  const dates = (twin, from, to, n) => {
    const month = (d) => twin.months.split(' ')[d.getUTCMonth()];
    for (const s of strides) {
      if ((to - from) / day / s.per > n + 1) continue;
      const ticks = [];
      let before = '';
      for (let ms = first(s, new Date(from)); ms <= to && ticks.length <= n + 1; ms = next(s, ms)) {
        if (ms < from) continue;
        const d = new Date(ms), year = String(d.getUTCFullYear()), sub = s.years ? '' : s.months ? year : month(d) + ' ' + year;
        const under = sub === before ? '' : s.days && before && d.getUTCMonth() ? month(d) : sub; // its year was said
        ticks.push({ ms, d, label: s.years ? year : s.months ? month(d) : String(d.getUTCDate()), under, of: s.years ? 'year' : s.months ? 'month' : 'day' });
        before = sub;
      }
      if (ticks.length <= n) return ticks;
    }
    return [];
  };

  // ---- Series, as ECharts wants them, and the key ---------------------------------------------------------
  const group = (paint) => (params, api) => ({ type: 'group', children: paint(params, api) || [] });
  // The option's own series, with the marks that are not hidden, painted one by one.
  const every = ({ twin, keep }, paint) => twin.option.series.map((s) => {
    const data = s.data.filter(keep), token = tokenOf(s.itemStyle.color);
    return { ...s, coordinateSystem: 'none', data, clip: false, z: 3, renderItem: group((params) => paint(data[params.dataIndex], token)) };
  });
  // What belongs to no mark.
  const extra = (id, paint, data = [0]) => ({ id, type: 'custom', coordinateSystem: 'none', silent: true, tooltip: { show: false }, data, clip: false, z: 1, renderItem: group(paint) });

  // The key is that of the picture: drawings, each with its text, before all else in it. What a chip tells already the chip bears.
  const key = ({ twin, plot }) => {
    const above = plot.closest('.plot').querySelector('.above'), chips = above.querySelector(':scope > .chips'), picture = plot.querySelector('.still svg');
    if (!picture.getClientRects().length) return;
    const row = make('div', 'keys'), old = above.querySelector('.keys'), bear = (chip, s) => { const icon = chip.querySelector('svg'); if (icon) icon.replaceWith(s); };
    let drawn = [];
    for (const e of picture.children) {
      if (e.tagName !== 'text') { drawn.push(e); continue; }
      if (['text-anchor', 'font-weight', 'font-size'].some((a) => e.hasAttribute(a)) || e.getAttribute('x') === '0' || (!drawn.length && twin.kind !== 'trend')) break;
      const chip = chips && [...chips.children].find((b) => b.textContent === e.textContent);
      if (chip) bear(chip, sample(picture, drawn));
      else if (drawn.length || !chips) { // how many origins the key leaves out, the chips do not
        const entry = make('span', 'key');
        entry.append(...(drawn.length ? [sample(picture, drawn)] : []), e.textContent);
        row.append(entry);
      }
      drawn = [];
    }
    if (old) old.remove();
    if (chips && twin.kind === 'trend') [...chips.children].forEach((chip) => {
      const i = twin.option.series.findIndex((s) => s.name === chip.dataset.name), s = picture.cloneNode(), path = document.createElementNS(s.namespaceURI, 'path'), glyph = seriesGlyph(i);
      path.setAttribute('d', glyph === 'circle' ? 'M-1 0A1 1 0 1 1 1 0A1 1 0 1 1-1 0' : 'M' + outlines[glyph](0, 0, 1).join('L') + 'Z');
      path.setAttribute('class', 'f-' + tokenOf(twin.option.series[i].itemStyle.color));
      s.append(path);
      bear(chip, sized(s, -1.2, -1.2, 2.4, 2.4, 5));
    });
    if (!row.children.length) return;
    if (chips) chips.after(row);
    else above.prepend(row);
  };
  const make = (tag, className) => Object.assign(document.createElement(tag), { className });
  const sized = (s, x, y, w, h, k) => {
    s.setAttribute('viewBox', [x, y, w, h].join(' '));
    [s.style.width, s.style.height] = [k * w + 'px', k * h + 'px'];
    return s;
  };
  const sample = (picture, drawn) => {
    const s = picture.cloneNode(), all = drawn.map((d) => d.getBBox()), x = Math.min(...all.map((b) => b.x)) - 1, y = Math.min(...all.map((b) => b.y)) - 1;
    s.append(...drawn.map((d) => d.cloneNode()));
    return sized(s, x, y, Math.max(...all.map((b) => b.x + b.width)) + 1 - x, Math.max(...all.map((b) => b.y + b.height)) + 1 - y, 1.4);
  };

  return { color, tokenOf, measure, cut, wrap, line, box, polygon, text, lines, field, disc, seriesGlyph, glyphOf, outline, faded, dashes, dot, bar, torn, arrow,
    extent, spread, numbers, numerals, point, clamp, scale, apart, dates, utc, group, every, extra, key, lead, fonts, kinds: {} };
})();
