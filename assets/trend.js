// A trend: estimates over time, one colour and one mark an origin.
(() => {
  'use strict';
  const t = twins;
  const day = 864e5;
  const arrowLength = 22;

  const meets = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
  const spanOnly = (e) => e.best === null && !e.point && e.openLow === e.openHigh;

  // Values that one origin said one after the other are joined; a range, a one-sided bound,
  // another place and what was superseded or denied interrupt the line.
  const solid = (m) => !m.superseded && m.status !== 'denied' && (m.extent.best !== null || m.extent.point);
  const joined = (a, b) => solid(a) && solid(b) && (a.detail || '') === (b.detail || '');

  const place = (plot, m) => {
    const e = m.extent;
    m.x = plot.x(m.value[0]);
    [m.yLow, m.yHigh] = [plot.y(e.low), plot.y(e.high)];
    m.y = e.best !== null || e.point ? plot.y(e.mid) : (m.yLow + m.yHigh) / 2;
  };

  const point = (plot, m, s) => {
    const e = m.extent, stroke = t.faded(s.token, m), width = m.superseded ? 1 : 2, all = [];
    const bound = (y) => t.line([[m.x - 4, y], [m.x + 4, y]], stroke, width);
    const from = plot.x(m.span[0]), to = plot.x(m.span[1]);
    if (to - from > 16 && !spanOnly(e)) all.push(t.line([[from, m.y], [to, m.y]], stroke, 0.8, [1.5, 2]));
    if (m.yLow - m.yHigh > 0.7) all.push(t.line([[m.x, m.yLow], [m.x, m.yHigh]], stroke, width, t.dashes(m)));
    if (e.openHigh) all.push(bound(m.yLow), ...t.arrow(s.token, m, m.x, m.yHigh, m.x, Math.max(m.yHigh - arrowLength, plot.top - 20)));
    else if (e.openLow) all.push(bound(m.yHigh), ...t.arrow(s.token, m, m.x, m.yLow, m.x, Math.min(m.yLow + arrowLength, plot.bottom)));
    else if (e.best !== null && m.yLow - m.yHigh > 0.7) all.push(bound(m.yLow), bound(m.yHigh));
    if (spanOnly(e)) all.push(...t.dot(s.glyph, s.token, m, m.x, m.yLow, 3.6), ...t.dot(s.glyph, s.token, m, m.x, m.yHigh, 3.6));
    else all.push(...t.dot(s.glyph, s.token, m, m.x, m.y));
    return [...all, t.disc(m.x, m.y, 11)];
  };

  // What names must not cover: marks with whiskers and arrows, and the lines between them.
  const obstacles = (plot) => {
    const taken = [], r = 8;
    for (const s of plot.own) {
      s.data.forEach((m, k) => {
        taken.push([m.x - r, m.yHigh - r - (m.extent.openHigh ? arrowLength : 0), m.x + r, m.yLow + r + (m.extent.openLow ? arrowLength : 0)]);
        const before = s.data[k - 1];
        if (!before || !joined(before, m)) return;
        const n = Math.ceil(Math.hypot(m.x - before.x, m.y - before.y) / 8);
        for (let i = 0; i < n; i++) {
          const at = (f) => [before.x + (m.x - before.x) * f, before.y + (m.y - before.y) * f], [a, b] = [at(i / n), at((i + 1) / n)];
          taken.push([Math.min(a[0], b[0]) - 2, Math.min(a[1], b[1]) - 2, Math.max(a[0], b[0]) + 2, Math.max(a[1], b[1]) + 2]);
        }
      });
    }
    return taken;
  };

  // A name stands beside the end of its series where there is room, else in a column to the right.
  const name = (plot) => {
    const taken = obstacles(plot), flags = plot.flags.map((f) => [plot.x(f.value[0]) - 3, 0, plot.x(f.value[0]) + 3, plot.bottom]);
    plot.inside = [];
    plot.column = [];
    for (const s of plot.own) {
      const m = s.last, w = Math.max(...s.lines.map((l) => t.measure('smallBold', l)), t.measure('small', s.value)), h = s.high - 5, off = 11;
      const spots = m.x >= plot.right - (plot.right - plot.left) * 0.2 ? [] : [[m.x + off, m.y - h / 2], [m.x - w / 2, m.yHigh - off - h], [m.x - w / 2, m.yLow + off],
        [m.x - off - w, m.y - h / 2], [m.x + off, m.y + 1], [m.x + off, m.y - h - 1]].map(([x, y]) => [x, y, x + w, y + h])
        .filter((b) => b[0] > plot.left + 3 && b[2] < plot.right + 5 && b[1] > plot.top - 8 && b[3] < plot.bottom - 3);
      const spot = spots.find((b) => ![...taken, ...flags].some((p) => meets(b, p))) || spots.find((b) => !taken.some((p) => meets(b, p)));
      if (!spot) { plot.column.push(s); continue; }
      taken.push(spot);
      plot.inside.push([s, spot]);
    }
  };

  const written = (s, x, y) => [...t.lines('smallBold', s.lines, x, y), t.text('small', s.value, x, y + s.lines.length * t.lead.small + 6.5, 'left', 'muted')];
  const names = (plot, width) => {
    const all = plot.inside.flatMap(([s, b]) => [t.box(b[0] - 2, b[1] - 1, b[2] - b[0] + 4, b[3] - b[1] + 2, 'paper'), ...written(s, b[0], b[1])]);
    plot.column.sort((a, b) => a.last.y - b.last.y);
    const x = width - plot.room + 14;
    t.spread(plot.column.map((s) => s.last.y), plot.column.map((s) => s.high), plot.top - 6, plot.bottom + 8).forEach((y, i) => {
      const s = plot.column[i], m = s.last, mid = y + 9;
      if (m.x >= plot.right - (plot.right - plot.left) * 0.2) all.push(t.line([[m.x + 7, m.y], [Math.max(x - 10, m.x + 7), m.y], [x - 6, mid]], s.token, 0.7, [1, 2]));
      all.push(...t.dot(s.glyph, s.token, {}, x, mid, 3.8), ...written(s, x + 9, y + 2));
    });
    return all;
  };

  const lines = (plot) => plot.own.flatMap((s) => s.data.slice(1).flatMap((m, k) => (joined(s.data[k], m) ? [t.line([[s.data[k].x, s.data[k].y], [m.x, m.y]], s.token, 1.9, t.dashes(m))] : [])));

  // Axis numbers of a logarithmic plot: the engine has no steps of 1, 2 and 5.
  const rungs = (plot, format) => t.rungs(plot.scale, (plot.bottom - plot.top) / 34).flatMap((v) => [
    t.line([[plot.left, plot.y(v)], [plot.right, plot.y(v)]], 'grid', 0.8), t.text('small', format(v), plot.left - 8, plot.y(v), 'right', 'muted')]);

  // The time axis: its line, its ticks, and under them the months or years.
  const calendar = (plot, { twin }) => {
    const all = [t.line([[plot.left, plot.bottom], [plot.right, plot.bottom]], 'axis', 1)], ends = [-Infinity, -Infinity];
    for (const d of t.dates(twin.language, plot.from, plot.to, Math.max(2, Math.min(14, (plot.right - plot.left) / 48)))) {
      const x = plot.x(d.ms);
      all.push(t.line([[x, plot.bottom], [x, plot.bottom + 4]], 'axis', 1));
      [d.label, d.under].forEach((s, i) => {
        const w = t.measure('small', s), left = Math.max(x - w / 2, 0);
        if (!s || left < ends[i] + 6) return;
        ends[i] = left + w;
        all.push(t.text('small', s, left, plot.bottom + 13 + 13 * i, 'left', 'muted'));
      });
    }
    return all;
  };

  // Places, from how much room the names to the right take.
  const stand = (plot, room, width, log) => {
    const part = t.part(plot.scale, log);
    plot.room = room;
    plot.right = plot.narrow ? width - 10 : width - room - 4;
    plot.x = (ms) => plot.left + ((ms - plot.from) / (plot.to - plot.from)) * (plot.right - plot.left);
    plot.y = (v) => plot.bottom - (plot.bottom - plot.top) * part(v);
    const placed = [];
    for (const m of plot.own.flatMap((s) => s.data).sort((a, b) => a.value[0] - b.value[0])) {
      place(plot, m);
      // Marks that would cover each other stand side by side.
      for (let k = 0; k < 3 && placed.some((q) => Math.abs(q.x - m.x) < 9 && q.yHigh - 5 < m.yLow + 5 && m.yHigh - 5 < q.yLow + 5); k++) m.x = Math.min(m.x + 9, plot.right);
      placed.push(m);
    }
    name(plot);
    if (plot.narrow) plot.inside = plot.column = [];
  };

  const gather = ({ twin, marks, keep, width, format }) => {
    for (const m of marks) m.extent = t.extent(m.value.slice(1));
    const points = twin.option.series.filter((s) => s.renderItem === 'point');
    const own = points.map((s, i) => ({ ...s, glyph: t.glyphs[i % t.glyphs.length], token: t.tokenOf(s.itemStyle.color), data: s.data.filter(keep) })).filter((s) => s.data.length);
    const plot = { own, narrow: width < 530 }, times = marks.map((m) => m.value[0]), pad = Math.max((Math.max(...times) - Math.min(...times)) * 0.03, 2 * day);
    [plot.from, plot.to] = [Math.min(...times) - pad, Math.max(...times) + pad];
    plot.flags = twin.option.series.filter((s) => s.renderItem === 'flag').flatMap((s) => s.data).filter((f) => f.value[0] >= plot.from && f.value[0] <= plot.to);
    // As many events as have room: those that are confirmed first, then the earlier ones.
    const firm = (f) => (f.status === 'confirmed' ? 0 : 1), room = Math.min(14, Math.floor((width - 84) / 20));
    plot.lost = Math.max(0, plot.flags.length - room);
    plot.flags = plot.flags.sort((a, b) => firm(a) - firm(b) || a.value[0] - b.value[0]).slice(0, room).sort((a, b) => a.value[0] - b.value[0]);
    plot.scale = t.scale(marks.flatMap((m) => [m.extent.low, m.extent.high]), twin.log, 6);
    plot.left = t.measure('small', format(plot.scale.max)) + 14;
    plot.head = twin.unit ? 20 : 4;
    plot.top = plot.head + (plot.flags.length ? 28 : 8) + (marks.some((m) => m.extent.openHigh) ? 18 : 0);
    const most = width * 0.27 - 28;
    for (const s of own) {
      s.last = s.data.filter((m) => !m.superseded).at(-1) || s.data.at(-1);
      s.lines = t.wrap('smallBold', s.name, most, 2);
      s.value = t.cut('small', s.last.text || '', most);
      s.high = s.lines.length * t.lead.small + 18;
    }
    plot.bottom = plot.top + Math.max(220, Math.min(width * 0.5, 340), plot.narrow ? 0 : Math.min(own.reduce((h, s) => h + s.high, 0), 500));
    const need = (all) => Math.max(0, ...all.map((s) => Math.max(...s.lines.map((l) => t.measure('smallBold', l)), t.measure('small', s.value)) + 28));
    stand(plot, plot.narrow ? 0 : need(own), width, twin.log);
    stand(plot, plot.narrow ? 0 : Math.max(8, need(plot.column)), width, twin.log);
    return plot;
  };

  const flag = (plot) => {
    const at = t.spread(plot.flags.map((f) => plot.x(f.value[0])), plot.flags.map(() => 19), plot.left - 9, plot.right + 9);
    return (params) => {
      const i = params.dataIndex, x = plot.x(plot.flags[i].value[0]), c = at[i] + 9.5, y = plot.head + 9;
      return [t.line([[c, y + 8], [x, plot.top - 3], [x, plot.bottom]], 'muted', 0.8, [2, 2]), t.outline('circle', c, y, 8, 'paper', 'muted', 1), t.text('smallBold', String(i + 1), c, y + 0.5, 'center', 'muted'), t.disc(c, y, 9)];
    };
  };

  t.kinds.trend = (figure) => {
    const { twin, width, format } = figure, plot = gather(figure), anchor = [[plot.from, plot.scale.min]], log = Boolean(twin.log);
    const unit = twin.unit ? [t.text('small', t.cut('small', twin.unit, width), 0, 7, 'left', 'muted')] : [];
    const [under, over] = [[...unit, ...(log ? rungs(plot, format) : []), ...calendar(plot, figure)], names(plot, width)], joins = lines(plot);
    return {
      height: plot.bottom + 38,
      notes: plot.flags.map((f) => [f.end, f.name]),
      more: plot.lost ? twin.more : '',
      grid: { left: plot.left, width: plot.right - plot.left, top: plot.top, height: plot.bottom - plot.top },
      xAxis: { ...twin.option.xAxis[0], show: false, min: plot.from, max: plot.to },
      yAxis: t.axis(twin.option.yAxis[0], { ...plot.scale, zero: undefined, splitLine: { show: !log, lineStyle: { color: t.color('grid') } }, axisLabel: { show: !log, formatter: format } }),
      series: [t.extra('under', anchor, () => under), { ...t.extra('flags', plot.flags.map((f) => ({ ...f })), flag(plot)), silent: false, tooltip: undefined },
        t.extra('joins', anchor, () => joins), t.extra('names', anchor, () => over),
        ...plot.own.map((s) => ({ ...s, clip: false, z: 3, renderItem: t.group((params) => point(plot, s.data[params.dataIndex], s)) }))],
    };
  };
})();
