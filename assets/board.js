// Ranges and bars: rows under one value axis, the label to the left of the mark and the date to
// its right; on a narrow screen both stand above it.
(() => {
  'use strict';
  const t = twins;
  const open = 32; // how long the arrow of a one-sided bound is
  const gap = 7; // between a mark and its value

  // What a row's mark covers, from left to right.
  const reach = (plot, m) => {
    const e = m.extent, { x } = plot;
    let left = x(e.low) - 2, right = x(e.high) + 2;
    if (!plot.bars && (e.best !== null || e.point)) {
      left = Math.min(left, x(e.mid) - 8);
      right = Math.max(right, x(e.mid) + 8);
    }
    if (e.openHigh) right += open;
    if (e.openLow) left = Math.max(x(e.low) - open, plot.x0 - 4);
    if (plot.bars) [left, right] = [Math.min(left, plot.x(0)), Math.max(right, plot.x(0))];
    return [left, right];
  };

  // One estimate: a bar from low to high, an arrow where a side is open, a mark at the best value.
  const range = (plot, m, token, y) => {
    const e = m.extent, from = plot.x(e.low), to = plot.x(e.high), all = [];
    const stroke = t.faded(token, m), width = m.superseded ? 1 : 2;
    const bound = (x, h = 6) => t.line([[x, y - h], [x, y + h]], stroke, width), marked = e.best !== null || e.point, closed = !e.openLow && !e.openHigh, thin = Math.max(0, 1.7 + from - to) / 2;
    if (to - from > 0.7 || (!marked && closed)) all.push(...t.bar(token, m, from - thin, to + thin, y, 9));
    if (marked && closed && e.low < e.high && to - from < 13.5) all.push(bound(from, 8.5), bound(to, 8.5)); // the mark would hide it
    if (e.openHigh) all.push(bound(from), ...t.arrow(token, m, to, y, to + open, y));
    if (e.openLow) all.push(bound(to), ...t.arrow(token, m, from, y, Math.max(from - open, plot.x0 - 4), y));
    if (marked) all.push(...t.dot(t.glyphOf(m.status), token, m, plot.x(e.mid), y));
    return all;
  };

  // One amount: a bar from zero, a ragged end where it is approximate, a whisker over its range.
  const amount = (plot, m, token, y) => {
    const e = m.extent, all = [], zero = plot.x(0), end = plot.x(e.best !== null || e.openLow ? e.mid : e.low), from = Math.min(zero, end), to = Math.max(zero, end);
    // What is claimed as an upper bound alone is no amount: its bar is empty.
    if (e.openLow && e.best === null && to - from > 0.3) all.push(t.box(from, y - 6.5, to - from, 13, 'paper', t.faded(token, m), 1.2));
    else if (to - from > 0.3) all.push(...t.bar(token, m, from, to, y, 13), ...(m.approx && e.point ? t.torn(token, m, end, y, 13) : []));
    else all.push(t.line([[zero, y - 6], [zero, y + 6]], t.faded(token, m), 2));
    if (e.point) return all;
    const ink = m.superseded ? 'axis' : 'ink', low = plot.x(e.low), high = plot.x(e.high);
    const bound = (x) => t.line([[x, y - 4.5], [x, y + 4.5]], ink, 1.5);
    all.push(t.line([[low, y], [high, y]], ink, 1.5));
    if (!e.openLow) all.push(bound(low));
    if (!e.openHigh) all.push(bound(high));
    if (e.openHigh) all.push(...t.arrow(ink, m, high, y, high + open, y));
    if (e.openLow && low - zero > open) all.push(...t.arrow(ink, m, low, y, low - open, y));
    return all;
  };

  // The parts of one bar, one after the other; colour and mark tell the group.
  const stack = (plot, m, token, y) => {
    let start = 0;
    return m.parts.flatMap((part) => {
      const from = plot.x(start), to = plot.x(start += part.extent.mid), all = to - from > 0.3 ? t.bar(part.token, part, from, to, y, 13) : [t.line([[from, y - 6.5], [from, y + 6.5]], part.token, 1.4)];
      if (part.glyph && to - from > 12) all.push(t.outline(t.seriesGlyph(plot.series.indexOf(part.group)), (from + to) / 2, y, 3, 'paper', part.token, 0.7));
      return all;
    });
  };

  // Each later part of a bar answers where it stands; the first one answers for the row.
  const segment = (plot, rows, { id }) => {
    for (const row of rows) {
      const i = row.parts.findIndex((part) => part.id === id);
      if (i < 0) continue;
      const start = row.parts.slice(0, i).reduce((sum, part) => sum + part.extent.mid, 0), from = plot.x(start), to = plot.x(start + row.parts[i].extent.mid);
      return [{ ...t.field(from, row.mid - 9, Math.max(to - from, 3), 18, false), z2: 0 }];
    }
    return [];
  };

  // Rows of one stack become one row.
  const rowsOf = (marks) => {
    const rows = [];
    for (const m of marks) {
      m.extent = t.extent(m.value);
      const first = m.stack && rows.find((r) => r.stack === m.stack);
      if (!first) {
        rows.push({ ...m, group: m.stack ? '' : m.group, parts: [m] });
        continue;
      }
      first.parts.push(m);
      const sum = first.parts.reduce((s, p) => s + p.extent.mid, 0);
      Object.assign(first, { detail: '', approx: false, text: first.parts.map((p) => p.text).join(' + '), extent: t.extent([null, sum, null]) });
    }
    return rows;
  };

  // Columns, row heights, groups with what is said of them: all that does not depend on the axis.
  const arrange = (plot, rows, { twin, width, filtered }) => {
    const widest = (face, all) => Math.max(0, ...all.map((s) => t.measure(face, s)));
    const ends = widest('small', rows.map((m) => m.end || ''));
    const labels = Math.max(56, widest('body', rows.map((m) => m.name)), widest('small', rows.map((m) => m.detail || '')));
    plot.end = Math.min(ends, width * (plot.narrow ? 0.4 : 0.2));
    plot.label = plot.narrow ? width - plot.end - 12 : Math.min(labels, width * 0.32) + 2;
    plot.x0 = plot.narrow ? 8 : plot.label + 18;
    plot.x1 = plot.narrow ? width - 8 : width - plot.end - 14;
    plot.groups = [];
    let y = plot.top;
    for (const m of rows) {
      m.lines = [t.wrap('body', m.name, plot.label, 3), t.wrap('small', m.detail || '', plot.label, 2), t.wrap('bold', m.apart || '', plot.narrow ? plot.x1 : plot.label, 3)];
      // There are as many values as parts: beside them, the bar needs room.
      m.values = !m.text ? [] : m.parts.length > 1 && !plot.narrow ? t.wrap('bold', m.text, Math.max((plot.x1 - plot.x0) * 0.25, 70), 99) : [m.text];
      m.texts = (m.lines[0].length + m.lines[2].length) * t.lead.body + m.lines[1].length * t.lead.small;
      m.height = Math.max(17, m.texts, m.values.length * t.lead.body) + (plot.narrow ? 32 : 11);
      const name = m.group || '';
      if (!plot.groups.length || plot.groups.at(-1).name !== name) {
        const told = (!filtered && (twin.said || []).find((s) => (s.group || '') === name)) || {};
        const group = { name, said: t.wrap('smallBold', told.text || '', width - plot.x0 - gap, 4), band: told.band, top: y + (name ? 24 : 0) };
        plot.groups.push(group);
        y = group.top + (group.said.length ? group.said.length * t.lead.small + 4 : 0);
      }
      m.top = y;
      y += m.height;
      plot.groups.at(-1).bottom = y;
    }
    plot.bottom = y;
  };

  // On which side of its mark a value stands: to the right, else to the left; the axis is shortened,
  // by three fifths at most, before a value goes under the name. It has as many ticks as their numbers have room.
  const scaleTo = (plot, rows, figure) => {
    const values = rows.flatMap((m) => [m.extent.low, m.extent.mid, m.extent.high]), whole = plot.x1 - plot.x0;
    const fits = (m) => {
      const [left, right] = reach(plot, m), w = Math.max(0, ...m.values.map((s) => t.measure('bold', s)));
      m.right = right + gap + w <= plot.x1;
      return (m.right || left - gap - w >= plot.x0) && right <= plot.x1 + 8;
    };
    for (let part = 1, length = 0; ; part -= 0.05) {
      plot.room = whole * part;
      if (length !== (length = Math.min(plot.room, whole * 0.8))) ticksFor(plot, values, length, figure);
      plot.x = (v) => plot.x0 + plot.room * plot.scale.at(v);
      const wide = rows.filter((m) => !fits(m));
      if (!wide.length || part < 0.45) return wide.filter((m) => m.values.length);
    }
  };
  const ticksFor = (plot, values, length, figure) => {
    for (let n = t.clamp(Math.floor(length / 40 / t.point(figure.width) + (figure.width < 700 ? 0.2 : 0)), 2, 8); n > 0; n--) {
      plot.scale = t.scale(values, plot.log, n);
      plot.words = t.numerals(figure, plot.scale.ticks);
      let past = -Infinity;
      if (plot.scale.ticks.every((v, i) => {
        const x = plot.scale.at(v) * length, half = t.measure('small', plot.words[i]) / 2, free = x - half >= past + 6;
        past = x + half;
        return free;
      })) return;
    }
  };

  // Where a row's mark stands, and its value; crossed by a line of the grid, a value has paper behind it.
  const place = (plot, m) => {
    const [left, right] = reach(plot, m);
    m.mid = plot.narrow ? m.top + m.height - 17 : m.top + m.height / 2;
    m.face = m.superseded ? 'body' : 'bold';
    m.at = m.values.map((s) => (m.right ? right + gap : left - gap - t.measure(m.face, s)));
  };
  const level = (m, i) => m.mid + (i - (m.values.length - 1) / 2) * t.lead.body;
  const row = (plot, m, token, width) => {
    const above = plot.narrow ? m.top + 5 : m.mid - m.texts / 2, ink = m.superseded ? 'muted' : 'ink';
    const mark = m.parts.length > 1 ? stack : plot.bars ? amount : range;
    return [
      t.field(0, m.top, width, m.height),
      t.line([[0, m.top], [width, m.top]], 'grid', m.top === plot.top ? 0 : 0.7),
      ...t.lines('body', m.lines[0], 0, above, 'left', ink),
      ...t.lines('small', m.lines[1], 0, above + m.lines[0].length * t.lead.body, 'left', 'muted'),
      ...t.lines('bold', m.lines[2], 0, above + m.lines[0].length * t.lead.body + m.lines[1].length * t.lead.small, 'left', ink),
      t.text('small', t.cut('small', m.end || '', plot.end), width, plot.narrow ? above + 7 : m.mid, 'right', 'muted'),
      ...mark(plot, m, token, m.mid),
      ...m.values.map((s, i) => t.text(m.face, s, m.at[i], level(m, i), 'left', ink)),
    ];
  };

  // What stands behind the rows: unit, numbers and grid, headings, the band that all ranges share.
  const ground = (plot, rows, { twin, width }) => {
    const all = [], { ticks, zero, min } = plot.scale;
    const paper = (x, y, w) => all.push(t.box(Math.max(0, x - 2), y - 7, w + 4, 13, 'paper'));
    const back = (x, y, w) => {
      if (!plot.groups.some((g) => g.band && g.from < x + w + 1 && g.to > x - 1) && ticks.some((v) => plot.x(v) > x - 1 && plot.x(v) < x + w + 1)) paper(x, y, w);
    };
    for (const g of plot.groups) {
      if (!g.band) continue;
      [g.from, g.to] = [g.band[0] === null ? plot.x0 : plot.x(g.band[0]), g.band[1] === null ? plot.x1 : plot.x(g.band[1])];
      all.push(t.box((g.from + g.to - Math.max(g.to - g.from, 2)) / 2, g.top, Math.max(g.to - g.from, 2), g.bottom - g.top, 'band'));
    }
    // Where labels stand above the marks, lines stand behind the marks alone.
    const grid = plot.narrow ? [[plot.top - 3, plot.top + 1], ...rows.map((m) => [m.mid - 12, m.mid + 13])] : [[plot.top - 3, plot.bottom]];
    for (const v of ticks) for (const [from, to] of grid) all.push(t.line([[plot.x(v), from], [plot.x(v), to]], v || plot.log ? 'grid' : 'axis', 0.8));
    const broken = zero ? (plot.x(0) + plot.x(min)) / 2 : 0; // there is no way from zero to the first decade
    for (const x of zero ? [broken - 2, broken + 2] : []) all.push(t.line([[x - 1.1, plot.top + 0.5], [x + 1.1, plot.top - 3.7]], 'axis', 1));
    const ends = ticks.map((v, i) => {
      const w = t.measure('small', plot.words[i]), left = t.clamp(plot.x(v) - w / 2, 0, width - w);
      return [left, left + w];
    });
    t.apart(ends, 6).forEach((shown, i) => { if (shown) all.push(t.text('small', plot.words[i], ends[i][0], plot.top - 14, 'left', 'muted')); });
    if (twin.unit) all.push(t.text('small', t.cut('small', twin.unit, width - plot.x0), Math.max(0, plot.x0 - 6), 7, 'left', 'muted'));
    for (const g of plot.groups) {
      const name = t.cut('bold', g.name, width), w = Math.max(0, ...g.said.map((s) => t.measure('smallBold', s)));
      if (name) paper(0, g.top - 10, t.measure('bold', name));
      all.push(t.text('bold', name, 0, g.top - 10));
      // It has its line to itself, also over the dates, and never stands left of the plot.
      const x = t.clamp(g.band ? (g.from + g.to - w) / 2 : plot.x0 + gap, plot.x0 + 6, Math.max(plot.x0 + 6, width - w));
      g.said.forEach((s, i) => {
        const y = g.top + 1.5 + (i + 0.5) * t.lead.small;
        back(x, y, t.measure('smallBold', s));
        all.push(t.text('smallBold', s, x, y));
      });
    }
    for (const m of rows) m.values.forEach((s, i) => back(m.at[i], level(m, i), t.measure(m.face, s)));
    return all;
  };

  t.kinds.ranges = t.kinds.bars = (figure) => {
    const { twin, width } = figure, rows = rowsOf(figure.marks);
    const plot = { series: twin.option.series.map((s) => s.name), bars: twin.kind === 'bars', log: twin.log, narrow: width < 530, top: twin.unit ? 40 : 27 };
    t.key(figure);
    arrange(plot, rows, figure);
    const wide = scaleTo(plot, rows, figure);
    for (const m of wide) [m.apart, m.text] = [m.text, ''];
    if (wide.length) arrange(plot, rows, figure);
    if (wide.length) scaleTo(plot, rows, figure);
    for (const m of rows) place(plot, m);
    const behind = ground(plot, rows, figure), drawn = new Map(rows.map((m) => [m.id, m]));
    return { height: plot.bottom + 4, series: [t.extra('ground', () => behind), ...t.every(figure, (m, token) => (drawn.has(m.id) ? row(plot, drawn.get(m.id), token, width) : segment(plot, rows, m)))] };
  };
})();
