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
    return letters.join('').trimEnd() + '…';
  };
  const wrap = (face, s, room, most) => {
    const lines = [];
    let line = '';
    for (const word of s.split(/ +/).filter(Boolean)) {
      const longer = line ? line + ' ' + word : word;
      if (measure(face, longer) <= room || !line) { line = longer; continue; }
      lines.push(line);
      line = word;
    }
    if (line) lines.push(line);
    const kept = lines.slice(0, most);
    if (lines.length > most) kept[most - 1] = kept[most - 1] + ' …';
    return kept.map((l) => cut(face, l, room));
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
  };
  const glyphs = ['circle', 'square', 'diamond', 'up', 'down'];
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
  const numbers = (language) => {
    const plain = new Intl.NumberFormat(language, { maximumFractionDigits: 6 });
    const large = new Intl.NumberFormat(language, { notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 2 });
    return (v) => (Math.abs(v) >= 1e6 ? large : plain).format(v);
  };
  const nice = (raw) => {
    const p = 10 ** Math.floor(Math.log10(raw));
    return [1, 2, 5, 10].map((m) => m * p).find((s) => s >= raw * (1 - 1e-9));
  };
  // An axis that holds zero and all values, with about n steps; a logarithmic one has whole decades.
  const scale = (values, log, n) => {
    if (log) {
      const some = values.filter((v) => v > 0);
      const min = 10 ** Math.floor(Math.log10(Math.min(...some, 1e300)) + 1e-9), max = 10 ** Math.ceil(Math.log10(Math.max(...some, min * 10)) - 1e-9);
      return { ...(some.length ? { min, max } : { min: 1, max: 10 }), zero: some.length < values.length ? 0.08 : 0 };
    }
    const hi = Math.max(0, ...values) || 1, step = nice(hi / n);
    return { min: 0, max: Math.ceil(hi / step - 1e-9) * step, interval: step };
  };

  // The steps of a logarithmic axis: 1, 2 and 5 of every power of ten where n steps have room, else fewer.
  const decades = ({ min, max }, n) => {
    const many = Math.log10(max / min), of = many * 3 <= n ? [1, 2, 5] : many * 2 <= n ? [1, 3] : [1], all = [];
    for (let p = min; p <= max * 1.001; p *= 10) for (const m of of) if (m * p <= max * 1.001) all.push(m * p);
    return all;
  };
  // Where a value stands on an axis, from 0 to 1. On a logarithmic axis zero has a place of its own before the first decade.
  const part = ({ min, max, zero }, log) => (v) => {
    if (!log) return v / max;
    if (v <= 0) return 0;
    return (zero || 0) + (1 - (zero || 0)) * (Math.log(v / min) / Math.log(max / min));
  };
  const rungs = (scale, n) => [...(scale.zero ? [0] : []), ...decades(scale, n)];

  // Ticks of a time axis: the finest of these strides that gives at most n. Days begin anew with each month.
  const day = 864e5;
  const strides = [...[1, 2, 5, 10].map((n) => ({ days: n, per: n })), ...[1, 2, 3, 6].map((n) => ({ months: n, per: 30.4 * n })),
    ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((n) => ({ years: n, per: 365 * n }))];
  const first = (s, d) => {
    if (s.years) return Date.UTC(Math.floor(d.getUTCFullYear() / s.years) * s.years, 0, 1);
    return Date.UTC(d.getUTCFullYear(), s.months ? Math.floor(d.getUTCMonth() / s.months) * s.months : d.getUTCMonth(), 1);
  };
  const next = (s, ms) => {
    const d = new Date(ms), y = d.getUTCFullYear(), m = d.getUTCMonth();
    if (s.years) return Date.UTC(y + s.years, 0, 1);
    if (s.months) return Date.UTC(y, m + s.months, 1);
    const end = Date.UTC(y, m + 1, 1), to = ms + s.days * day;
    return to >= end || (s.days > 1 && (end - to) / day < s.days) ? end : to;
  };
  const dates = (language, from, to, n) => {
    const months = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' }), month = (d) => months.format(d).replace('.', '');
    for (const s of strides) {
      if ((to - from) / day / s.per > n + 1) continue;
      const ticks = [];
      let before = '';
      for (let ms = first(s, new Date(from)); ms <= to && ticks.length <= n + 1; ms = next(s, ms)) {
        if (ms < from) continue;
        const d = new Date(ms), year = String(d.getUTCFullYear());
        const label = s.years ? year : s.months ? month(d) : String(d.getUTCDate()), under = s.years ? '' : s.months ? year : month(d) + ' ' + year;
        ticks.push({ ms, label, under: under === before ? '' : under });
        before = under;
      }
      if (ticks.length <= n) return ticks;
    }
    return [];
  };

  // ---- Series and axes, as ECharts wants them ---------------------------------------------------------
  const group = (paint) => (params, api) => ({ type: 'group', children: paint(params, api) || [] });
  // The option's own series, with the marks that are not hidden, painted one by one.
  const every = ({ twin, keep }, paint) => twin.option.series.map((s) => {
    const data = s.data.filter(keep), token = tokenOf(s.itemStyle.color);
    return { ...s, data, clip: false, z: 3, renderItem: group((params) => paint(data[params.dataIndex], token)) };
  });
  // What belongs to no mark.
  const extra = (id, data, paint) => ({ id, type: 'custom', silent: true, tooltip: { show: false }, data, clip: false, z: 1, renderItem: group(paint) });
  const axis = (base, more) => ({ ...base, axisTick: { show: false }, ...more, axisLabel: { ...base.axisLabel, fontFamily: family, ...more.axisLabel } });

  return { color, tokenOf, measure, cut, wrap, line, box, polygon, text, lines, field, disc, glyphs, glyphOf, outline, faded, dashes, dot, bar, torn, arrow,
    extent, spread, numbers, scale, part, rungs, dates, group, every, extra, axis, lead, fonts, kinds: {} };
})();
