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
    if (plot.bars) left = Math.min(left, plot.x0);
    return [left, right];
  };

  // One estimate: a bar from low to high, an arrow where a side is open, a mark at the best value.
  const range = (plot, m, token, y) => {
    const e = m.extent, from = plot.x(e.low), to = plot.x(e.high), all = [];
    const stroke = t.faded(token, m), width = m.superseded ? 1 : 2;
    const bound = (x) => t.line([[x, y - 6], [x, y + 6]], stroke, width);
    if (to - from > 0.7) all.push(...t.bar(token, m, from, to, y, 9));
    if (e.openHigh) all.push(bound(from), ...t.arrow(token, m, to, y, to + open, y));
    if (e.openLow) all.push(bound(to), ...t.arrow(token, m, from, y, Math.max(from - open, plot.x0 - 4), y));
    if (e.best !== null || e.point) all.push(...t.dot(t.glyphOf(m.status), token, m, plot.x(e.mid), y));
    return all;
  };

  // One amount: a bar from zero, a ragged end where it is approximate, a whisker over its range.
  const amount = (plot, m, token, y) => {
    const e = m.extent, { x0 } = plot, all = [];
    const end = plot.x(e.best !== null || e.openLow ? e.mid : e.low);
    // What is claimed as an upper bound alone is no amount: its bar is empty.
    if (e.openLow && end - x0 > 0.3) all.push(t.box(x0, y - 6.5, end - x0, 13, 'paper', t.faded(token, m), 1.2, t.dashes(m)));
    else if (end - x0 > 0.3) all.push(...t.bar(token, m, x0, end, y, 13));
    else all.push(t.line([[x0, y - 6], [x0, y + 6]], t.faded(token, m), 2));
    if (m.approx && e.point && end - x0 > 4) all.push(...t.torn(token, m, end, y, 13));
    if (e.point) return all;
    const ink = m.superseded ? 'axis' : 'ink', low = plot.x(e.low), high = plot.x(e.high);
    const bound = (x) => t.line([[x, y - 4.5], [x, y + 4.5]], ink, 1.5);
    all.push(t.line([[low, y], [high, y]], ink, 1.5));
    if (!e.openLow) all.push(bound(low));
    if (!e.openHigh) all.push(bound(high));
    if (e.openHigh) all.push(...t.arrow(ink, m, high, y, high + open, y));
    if (e.openLow && low - x0 > open) all.push(...t.arrow(ink, m, low, y, low - open, y));
    return all;
  };

  // The parts of one bar, one after the other; colour and mark tell the group.
  const stack = (plot, m, y) => {
    let start = 0;
    return m.parts.flatMap((part) => {
      const from = plot.x(start), to = plot.x(start += part.extent.mid), all = t.bar(part.token, part, from, to, y, 13);
      if (part.glyph && to - from > 12) all.push(t.outline(part.glyph, (from + to) / 2, y, 3, 'paper', part.token, 0.7));
      return all;
    });
  };

  // Rows of one stack become one row.
  const rowsOf = (marks) => {
    const rows = [];
    for (const m of marks) {
      m.extent = t.extent(m.value);
      const first = m.stack && rows.find((r) => r.stack === m.stack);
      if (!first) {
        rows.push(m.stack ? { ...m, group: '', parts: [m] } : m);
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
    const labels = Math.max(50, widest('body', rows.map((m) => m.name)), widest('small', rows.map((m) => m.detail || '')));
    plot.end = Math.min(ends, width * (plot.narrow ? 0.45 : 0.22));
    plot.label = plot.narrow ? width - plot.end - 12 : Math.min(labels, width * 0.32) + 2;
    plot.x0 = plot.narrow ? 8 : plot.label + 18;
    plot.x1 = plot.narrow ? width - 4 : width - plot.end - 14;
    plot.groups = [];
    let y = plot.top;
    for (const m of rows) {
      m.lines = [t.wrap('body', m.name, plot.label, 3), t.wrap('small', m.detail || '', plot.label, 2)];
      m.texts = m.lines[0].length * t.lead.body + m.lines[1].length * t.lead.small;
      m.height = Math.max(17, m.texts) + (plot.narrow ? 32 : 11);
      const name = m.group || '';
      if (!plot.groups.length || plot.groups.at(-1).name !== name) {
        const told = filtered ? undefined : (twin.said || []).find((s) => (s.group || '') === name);
        const group = { name, said: told ? told.text : '', band: told && told.band, rows: [], top: y };
        plot.groups.push(group);
        y += (name ? 24 : 0) + (group.said ? 17 : 0);
      }
      plot.groups.at(-1).rows.push(m);
      m.top = y;
      y += m.height;
      plot.groups.at(-1).bottom = y;
    }
    plot.bottom = y;
  };

  // The axis keeps as much of the room as leaves place for every value, right of its mark or left
  // of it; it has as many steps as their numbers have room.
  const scaleTo = (plot, rows, { twin, format }) => {
    const values = rows.flatMap((m) => [m.extent.low, m.extent.high]), whole = plot.x1 - plot.x0;
    const fits = () => rows.every((m) => {
      const [left, right] = reach(plot, m), w = t.measure('bold', m.text || ''), fit = right + gap + w <= plot.x1;
      m.right = fit || left - gap - w < plot.x0;
      return m.right ? fit : right <= plot.x1;
    });
    for (let n = Math.max(2, Math.min(8, Math.floor(whole / 80))); n >= 1; n--) {
      plot.scale = t.scale(values, twin.log, n);
      const part = t.part(plot.scale, twin.log), { max, interval } = plot.scale;
      plot.room = whole;
      plot.x = (v) => plot.x0 + plot.room * part(v);
      for (let k = 0; k < 12 && !fits(); k++) plot.room -= whole * 0.05;
      if (twin.log || t.measure('small', format(max - interval)) + 10 < (plot.room * interval) / max) return;
    }
  };

  const row = (plot, m, token, width) => {
    const mid = plot.narrow ? m.top + m.height - 17 : m.top + m.height / 2, above = plot.narrow ? m.top + 5 : mid - m.texts / 2;
    const ink = m.superseded ? 'muted' : 'ink', face = m.superseded ? 'body' : 'bold', [left, right] = reach(plot, m);
    const mark = m.parts && m.parts.length > 1 ? stack(plot, m, mid) : (plot.bars && !plot.log ? amount : range)(plot, m, token, mid);
    const all = [
      t.field(0, m.top, width, m.height),
      t.line([[0, m.top], [width, m.top]], 'grid', m.top === plot.top ? 0 : 0.7),
      ...t.lines('body', m.lines[0], 0, above, 'left', ink),
      ...t.lines('small', m.lines[1], 0, above + m.lines[0].length * t.lead.body, 'left', 'muted'),
      t.text('small', t.cut('small', m.end || '', plot.end), width, plot.narrow ? above + 7 : mid, 'right', 'muted'),
      ...mark,
    ];
    if (m.text && m.right) all.push(t.text(face, t.cut(face, m.text, Math.max(40, width - right - gap)), right + gap, mid, 'left', ink));
    else if (m.text) all.push(t.text(face, m.text, left - gap, mid, 'right', ink));
    return all;
  };

  // What stands behind the rows: unit, headings, the band that all ranges share, and on a
  // logarithmic axis its numbers, for which the engine has no steps of 1, 2 and 5.
  const ground = (plot, { twin, width, format }) => {
    const all = [];
    for (const g of plot.groups) {
      const top = g.top + (g.name ? 24 : 0), from = g.band && (g.band[0] === null ? plot.x0 : plot.x(g.band[0])), to = g.band && (g.band[1] === null ? plot.x1 : plot.x(g.band[1]));
      if (g.band) all.push(t.box(from - 1, top, Math.max(to - from, 2), g.bottom - top, 'band'));
      if (g.name) all.push(t.text('bold', t.cut('bold', g.name, width), 0, g.top + 14));
      if (!g.said) continue;
      const line = t.cut('smallBold', g.said, width - plot.x0), w = t.measure('smallBold', line);
      const x = g.band ? (from + to) / 2 - w / 2 : plot.x0 + 5;
      all.push(t.text('smallBold', line, Math.max(0, Math.min(x, width - w)), top + 8));
    }
    if (twin.unit) all.push(t.text('small', t.cut('small', twin.unit, width - plot.x0), plot.narrow ? 0 : plot.x0 - 4, 7, 'left', 'muted'));
    let past = -Infinity;
    for (const v of twin.log ? t.rungs(plot.scale, plot.room / 46) : []) {
      const x = plot.x(v), s = format(v), w = t.measure('small', s);
      all.push(t.line([[x, plot.top], [x, plot.bottom]], 'grid', 0.8));
      if (x - w / 2 < past + 6) continue;
      past = x + w / 2;
      all.push(t.text('small', s, x, plot.top - 14, 'center', 'muted'));
    }
    return all;
  };

  t.kinds.ranges = t.kinds.bars = (figure) => {
    const { twin, width, format } = figure, rows = rowsOf(figure.marks);
    const plot = { bars: twin.kind === 'bars', log: twin.log, narrow: width < 530, top: 40 };
    arrange(plot, rows, figure);
    scaleTo(plot, rows, figure);
    const behind = ground(plot, figure), drawn = new Map(rows.map((m) => [m.id, m]));
    const log = Boolean(twin.log);
    return {
      height: plot.bottom + 4,
      grid: { left: plot.x0, width: plot.room, top: plot.top, height: plot.bottom - plot.top },
      xAxis: t.axis(twin.option.xAxis[0], { ...plot.scale, zero: undefined, axisLine: { show: false }, splitLine: { show: !log, lineStyle: { color: t.color('grid') } }, axisLabel: { show: !log, formatter: format, hideOverlap: true } }),
      yAxis: t.axis(twin.option.yAxis[0], { data: rows.map((m) => m.id), axisLabel: { show: false }, axisLine: { lineStyle: { color: t.color('axis') }, onZero: false } }),
      series: [t.extra('ground', [[plot.scale.min, rows[0].id]], () => behind),
        ...t.every(figure, (m, token) => (drawn.has(m.id) ? row(plot, drawn.get(m.id), token, width) : []))],
    };
  };
})();
