// A trend: estimates over time, one colour and one mark an origin.
(() => {
  'use strict';
  const t = twins;
  const day = 864e5;
  const arrowLength = 22;

  const meets = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
  const spanOnly = (e) => e.best === null && !e.point && e.openLow === e.openHigh;

  // The marks that a line joins are those of the picture, less the hidden ones.
  const joints = (plot, { order, links }) => {
    const at = new Map(plot.own.flatMap((s) => s.data.map((m) => [m.id, { s, m }])));
    return (links || []).map(([a, b]) => [at.get(order[a]), at.get(order[b])]).filter(([a, b]) => a && b).map(([a, b]) => ({ s: b.s, m: b.m, from: a.m }));
  };

  // How well a date is known; the precision that all dates share, if it is the month or the year.
  const precision = (m) => (m.span[1] - m.span[0] > 99 * day ? 'year' : m.span[1] > m.span[0] ? 'month' : '');
  const common = (marks) => (marks.every((m) => precision(m) === precision(marks[0])) ? precision(marks[0]) : '');
  // Between which places a date lies, where a line shows it.
  const stretch = (plot, m) => {
    const ends = m.span.map(plot.x);
    return !plot.common && !spanOnly(m.extent) && ends[1] - ends[0] > 15 ? ends : null;
  };

  const place = (plot, m) => {
    const e = m.extent;
    m.x = plot.x(m.value[0]);
    [m.yLow, m.yHigh] = [plot.y(e.low), plot.y(e.high)];
    m.y = e.best !== null || e.point ? plot.y(e.mid) : (m.yLow + m.yHigh) / 2;
  };

  const point = (plot, m, s) => {
    const e = m.extent, stroke = t.faded(s.token, m), width = m.superseded ? 1 : 2, all = [], known = stretch(plot, m);
    const bound = (y) => t.line([[m.x - 4, y], [m.x + 4, y]], stroke, width);
    if (known) all.push(t.line(known.map((x) => [x, m.y]), stroke, 0.8, [1.5, 2]));
    if (m.yLow - m.yHigh > 0.7) all.push(t.line([[m.x, m.yLow], [m.x, m.yHigh]], stroke, width, t.dashes(m)));
    if (e.openHigh) all.push(bound(m.yLow), ...t.arrow(s.token, m, m.x, m.yHigh, m.x, Math.max(m.yHigh - arrowLength, plot.top - 3)));
    else if (e.openLow) all.push(bound(m.yHigh), ...t.arrow(s.token, m, m.x, m.yLow, m.x, Math.min(m.yLow + arrowLength, plot.bottom)));
    else if (e.best !== null && m.yLow - m.yHigh > 0.7) all.push(bound(m.yLow), bound(m.yHigh));
    if (spanOnly(e)) all.push(...t.dot(s.glyph, s.token, m, m.x, m.yLow, 3.6), ...t.dot(s.glyph, s.token, m, m.x, m.yHigh, 3.6));
    else all.push(...t.dot(s.glyph, s.token, m, m.x, m.y));
    return [...all, t.disc(m.x, m.y, 11)];
  };

  // A slanting line is covered with small boxes.
  const boxes = (x0, y0, x1, y1) => {
    const n = Math.ceil(Math.hypot(x1 - x0, y1 - y0) / 8), at = (f) => [x0 + (x1 - x0) * f, y0 + (y1 - y0) * f];
    return [...Array(n).keys()].map((i) => {
      const [a, b] = [at(i / n), at((i + 1) / n)];
      return [Math.min(a[0], b[0]) - 2, Math.min(a[1], b[1]) - 2, Math.max(a[0], b[0]) + 2, Math.max(a[1], b[1]) + 2];
    });
  };
  // What names must not cover: marks with whiskers and arrows, and the lines at them and between them.
  const obstacles = (plot) => {
    const r = 8.5, taken = plot.joints.flatMap(({ m, from }) => boxes(from.x, from.y, m.x, m.y));
    for (const m of plot.own.flatMap((s) => s.data)) {
      const known = stretch(plot, m);
      if (known) taken.push([known[0], m.y - 1.5, known[1], m.y + 1.5]);
      taken.push([m.x - r, m.yHigh - r - (m.extent.openHigh ? arrowLength : 0), m.x + r, m.yLow + r + (m.extent.openLow ? arrowLength : 0)]);
    }
    return taken;
  };

  // A name stands beside the end of its series where there is room, or a little off with a line to it,
  // else in a column to the right with a line to it.
  const name = (plot) => {
    const taken = obstacles(plot), flags = plot.flags.map((f) => [plot.x(f.value[0]) - 3, plot.top - 14, plot.x(f.value[0]) + 3, plot.bottom]);
    const within = (b) => b[0] > plot.left + 3 && b[2] < plot.right + 6 && b[1] > plot.top - 8 && b[3] < plot.bottom - 3;
    const free = (all) => (b) => within(b) && !all.some((p) => meets(b, p));
    for (const s of plot.own) {
      const m = s.last, w = s.wide, h = s.high - 5, off = 11;
      if (m.x >= plot.right - (plot.right - plot.left) * 0.2) { plot.column.push(s); continue; }
      const spots = [[m.x + off, m.y - h / 2], [m.x - w / 2, m.yHigh - off - h - (m.extent.openHigh ? arrowLength : 0)], [m.x - w / 2, m.yLow + off + (m.extent.openLow ? arrowLength : 0)],
        [m.x - off - w, m.y - h / 2], [m.x + off, m.y + 1], [m.x + off, m.y - h - 1]].map(([x, y]) => [x, y, x + w, y + h]);
      // A name without a line stands nearer to its own mark than to any other's.
      const away = (b, o) => Math.hypot(Math.max(b[0] - o.x, 0, o.x - b[2]), Math.max(b[1] - o.y, 0, o.y - b[3]));
      const own = (b) => !plot.own.some((o) => o !== s && o.data.some((n) => away(b, n) <= away(b, m)));
      const spot = spots.find((b) => own(b) && free([...taken, ...flags])(b)) || spots.find((b) => own(b) && free(taken)(b));
      const [b, leader] = spot ? [spot] : aside(m, w, h, free(taken), (all) => !all.some((c) => taken.some((p) => meets(c, p) && !meets([m.x, m.y, m.x, m.y], p))));
      if (!b) { plot.column.push(s); continue; }
      taken.push(b, ...(leader ? boxes(...leader.flat()) : []));
      plot.inside.push({ s, b, leader });
    }
  };
  const aside = (m, w, h, free, clear) => {
    for (const d of [25, 40, 57, 76]) {
      for (let turn = 0; turn < 12; turn++) {
        if ((turn === 9 && m.extent.openHigh) || (turn === 3 && m.extent.openLow)) continue; // along its arrow
        const cos = Math.cos((turn * Math.PI) / 6), sin = Math.sin((turn * Math.PI) / 6), x = m.x + d * cos, y = m.y + d * sin;
        const left = x - (turn % 6 === 3 ? w / 2 : cos < 0 ? w : 0), top = y - (h * (1 - sin)) / 2, b = [left, top, left + w, top + h];
        const leader = [[m.x + 13 * cos, m.y + 13 * sin], [x - 4 * cos, y - 4 * sin]];
        if (free(b) && clear(boxes(...leader.flat()))) return [b, leader];
      }
    }
    return [];
  };

  const written = (s, x, y) => [...t.lines('smallBold', s.lines, x, y), t.text('small', s.value, x, y + s.lines.length * t.lead.small + 6.5, 'left', 'muted')];
  const names = (plot) => {
    const leader = (s, points) => t.line(points, s.token, 0.7, [1, 2]);
    const all = plot.inside.flatMap(({ s, b, leader: to }) => [t.box(b[0] - 2, b[1] - 1, b[2] - b[0] + 4, b[3] - b[1] + 2, 'paper'), ...(to ? [leader(s, to)] : []), ...written(s, b[0], b[1])]);
    plot.column.sort((a, b) => a.last.y - b.last.y);
    const x = plot.right + 20;
    t.spread(plot.column.map((s) => s.last.y), plot.column.map((s) => s.high), plot.top - 6, plot.bottom + 8).forEach((y, i) => {
      const s = plot.column[i], m = s.last, mid = y + 9;
      all.push(leader(s, [[m.x + 7, m.y], [Math.max(plot.right + 3, m.x + 7), m.y], [x - 8, mid]]), ...t.dot(s.glyph, s.token, {}, x, mid, 3.8), ...written(s, x + 10, y + 2));
    });
    return all;
  };
  // The value axis, and the time axis: its line, its ticks, and under them the months or years. Where
  // every claim is of a whole month or year, ticks stand in its middle, as the marks do.
  const axes = (plot, { twin, width }) => {
    const all = [], ticks = plot.scale.ticks, past = [-Infinity, -Infinity], half = { year: 183, month: 15 }[plot.common] || 0;
    t.apart(ticks.map((v) => [-plot.y(v) - 6, 6 - plot.y(v)]), 1).forEach((shown, i) => {
      const y = plot.y(ticks[i]);
      if (y < plot.bottom - 0.1) all.push(t.line([[plot.left, y], [plot.right, y]], 'grid', 0.8));
      if (shown) all.push(t.text('small', plot.words[i], plot.left - 8, y, 'right', 'muted'));
    });
    all.push(t.line([[plot.left, plot.bottom], [plot.right, plot.bottom]], 'axis', 1));
    let unsaid = '';
    for (const d of t.dates(twin, plot.from - half * day, plot.to, t.clamp(Math.floor((plot.right - plot.left) / 34 / t.point(width) + 0.15), 2, 14))) {
      const y = d.d.getUTCFullYear(), n = d.d.getUTCMonth(), end = d.of === 'year' ? t.utc(y, 11, 31) : t.utc(y, n + 1, 0), ms = d.of === plot.common ? (d.ms + end) / 2 : d.ms, x = plot.x(ms);
      if (ms < plot.from) unsaid = d.under || unsaid; // its month and year are those of the next
      if (ms < plot.from || ms > plot.to) continue;
      all.push(t.line([[x, plot.bottom], [x, plot.bottom + 4]], 'axis', 1));
      [d.label, d.under || unsaid].every((s, i) => {
        const w = t.measure('small', s), left = t.clamp(x - w / 2, 0, width - w);
        if (!s || left < past[i] + 6) return false;
        past[i] = left + w;
        all.push(t.text('small', s, left, plot.bottom + 16 + 13 * i, 'left', 'muted'));
        return true;
      });
      unsaid = '';
    }
    return all;
  };

  // The events in the period, by date; as many as have room: of those that are not confirmed the latest go first.
  const events = (plot, twin) => {
    const most = 14, firm = (f) => (f.status === 'confirmed' ? 0 : 1);
    const all = twin.option.series.filter((s) => s.renderItem === 'flag').flatMap((s) => s.data).filter((f) => f.value[0] >= plot.from && f.value[0] <= plot.to).sort((a, b) => a.value[0] - b.value[0]);
    const kept = new Set([...all].sort((a, b) => firm(a) - firm(b)).slice(0, most));
    plot.more = all.length > most ? twin.more : '';
    plot.flags = all.filter((f) => kept.has(f));
  };

  const gather = (figure) => {
    const { twin, marks, keep, width } = figure, points = twin.option.series.filter((s) => s.renderItem === 'point'), every = points.flatMap((s) => s.data);
    for (const m of marks) m.extent = t.extent(m.value.slice(1));
    const own = points.map((s, i) => ({ ...s, glyph: t.seriesGlyph(i), token: t.tokenOf(s.itemStyle.color), data: s.data.filter(keep) })).filter((s) => s.data.length);
    const plot = { own, narrow: width < 530, common: common(every), inside: [], column: [] }, times = every.map((m) => m.value[0]), lo = Math.min(...times), hi = Math.max(...times), pad = Math.max((hi - lo) * 0.03, 2 * day);
    [plot.from, plot.to] = [lo - pad, hi + pad]; // of all marks, also of hidden ones
    events(plot, twin);
    for (const s of own) {
      s.last = s.data.filter((m) => !m.superseded).at(-1) || s.data.at(-1);
      s.lines = t.wrap('smallBold', s.name, width * 0.27 - 17, 2);
      s.value = t.cut('small', s.last.superseded ? '' : s.last.text || '', width * 0.27 - 17);
      s.high = s.lines.length * t.lead.small + 5 + (s.value ? t.lead.small : 0);
      s.wide = Math.max(t.measure('small', s.value), ...s.lines.map((l) => t.measure('smallBold', l)));
    }
    const height = Math.max(t.clamp(width * 0.42, 212, 353), plot.narrow ? 0 : own.reduce((h, s) => h + s.high, 0));
    plot.scale = t.scale(marks.flatMap((m) => [m.extent.low, m.extent.mid, m.extent.high]), twin.log, t.clamp(Math.floor(height / 34 / t.point(width)), 2, 7));
    plot.words = t.numerals(figure, plot.scale.ticks);
    plot.left = Math.max(...plot.words.map((s) => t.measure('small', s))) + 10;
    plot.right = plot.narrow ? width - 10 : width - Math.max(...own.map((s) => s.wide)) - 31;
    return [plot, height];
  };

  const stand = (plot, height, marks) => {
    plot.top = plot.head + (plot.flags.length ? 30 : 7);
    plot.bottom = plot.top + height;
    let above = 0; // room for arrows
    plot.x = (ms) => plot.left + ((ms - plot.from) / (plot.to - plot.from)) * (plot.right - plot.left);
    plot.y = (v) => plot.bottom - plot.scale.at(v) * (height - above);
    if (marks.some((m) => m.extent.openHigh && plot.y(m.extent.high) < plot.top + arrowLength)) above = arrowLength;
    const covers = (m) => (q) => Math.abs(q.x - m.x) < 0.95 * (q.r + m.r) && q.yHigh - q.r < m.yLow + m.r && m.yHigh - m.r < q.yLow + q.r, heaps = [];
    for (const m of [...marks].sort((a, b) => a.value[0] - b.value[0])) {
      place(plot, m);
      m.r = r + (m.approx && !m.superseded ? 2.6 : 0);
      const heap = heaps.findLast((h) => h.some(covers(m)));
      if (heap) heap.push(m);
      else heaps.push([m]);
    }
    for (const h of heaps) if (h.length > 1) abreast(plot, h);
  };
  // Marks that would cover each other stand side by side, none further from its date than two marks,
  // nor than half of the way to the next event's line: before stays before.
  const r = 4.7;
  const abreast = (plot, marks) => {
    const places = t.spread(marks.map((m) => m.x), marks.map((m) => 2 * m.r), plot.left, plot.right + r);
    const days = plot.flags.filter((f) => f.lasted || f.span[0] === f.span[1]);
    marks.forEach((m, i) => {
      const most = Math.min(4 * r, ...days.map((f) => Math.abs(plot.x(f.value[0]) - m.x)).map((d) => (d > r ? d / 2 : r)));
      m.x = Math.min(m.x + t.clamp(places[i] + m.r - m.x, -most, most), plot.right);
    });
  };

  // The time of an event that lasted is shaded; above the plot stands how long it was and, dotted, between which days one lies whose day is not known.
  const spans = (plot) => {
    const all = plot.flags.map((f) => ({ f, ends: f.span.map((ms) => t.clamp(plot.x(ms), plot.left, plot.right)) })).filter(({ ends: [a, b] }) => b - a > 2.8);
    return all.flatMap(({ f, ends: [a, b] }, i) => {
      const y = plot.top - 3 + 3.7 * (i % 3); // those that run together do not cover each other
      return [...(f.lasted ? [t.box(a, plot.top - 3, b - a, plot.bottom - plot.top + 3, 'panel')] : []), t.line([[a, y], [b, y]], 'axis', 2, f.lasted ? null : [2, 2])];
    });
  };
  const flag = (plot, width) => {
    const at = t.spread(plot.flags.map((f) => plot.x(f.value[0])), plot.flags.map(() => 20), 0, width);
    return (params) => {
      const i = params.dataIndex, x = plot.x(plot.flags[i].value[0]), c = at[i] + 10, y = plot.head + 11;
      const { status } = plot.flags[i], round = t.outline('circle', c, y, 8.5, 'paper', 'muted', status === 'planned' ? 1.3 : 1);
      if (status === 'planned') round.style.lineDash = [2.3, 2];
      const struck = status === 'denied' ? [-1, 1].map((d) => t.line([[c + d * 5, y - d * 5], [c + d * 7.8, y - d * 7.8]], 'muted', 1.6)) : []; // the number itself stays clear
      return [t.line([[c, y + 8], [x, plot.top - 3], [x, plot.bottom]], 'axis', 0.8, [2, 2]), round, ...struck, t.text('smallBold', String(i + 1), c, y + 0.5, 'center', 'muted'), t.disc(c, y, 9)];
    };
  };

  t.kinds.trend = (figure) => {
    const { twin, width } = figure, [plot, height] = gather(figure);
    t.key(figure);
    plot.head = twin.unit ? 17 : 0;
    stand(plot, height, figure.marks);
    plot.joints = joints(plot, twin);
    if (!plot.narrow) name(plot);
    const under = [...spans(plot), t.text('small', t.cut('small', twin.unit || '', width), 0, 7, 'left', 'muted'), ...axes(plot, figure)], joins = plot.joints.map(({ s, m, from }) => t.line([[from.x, from.y], [m.x, m.y]], s.token, 1.9, t.dashes(m))), over = names(plot);
    return {
      height: plot.bottom + 38,
      notes: plot.flags.map((f) => [f.end, f.name]),
      more: plot.more,
      series: [t.extra('under', () => under), { ...t.extra('flags', flag(plot, width), plot.flags.map((f) => ({ ...f }))), silent: false, tooltip: undefined },
        t.extra('joins', () => joins), t.extra('names', () => over),
        ...plot.own.map((s) => ({ ...s, coordinateSystem: 'none', clip: false, z: 3, renderItem: t.group((params) => point(plot, s.data[params.dataIndex], s)) }))],
    };
  };
})();
