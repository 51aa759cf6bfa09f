// How each kind of figure is laid out on the canvas. A kind gets the twin, its visible marks, the
// width and the words, and returns its height, its axes and its series.
(() => {
  'use strict';
  const t = twins;
  const every = (twin, keep, paint) => twin.option.series.map((s) => {
    const data = s.data.filter(keep), token = t.tokenOf(s.itemStyle.color);
    return { ...s, data, clip: false, renderItem: (params, api) => ({ type: 'group', children: paint(data[params.dataIndex], token, api, params) || [] }) };
  });
  const extra = (id, data, renderItem) => ({ id, type: 'custom', silent: true, tooltip: { show: false }, data, clip: false, renderItem });
  const axis = (base, more) => ({ ...base, axisTick: { show: false }, ...more, axisLabel: { ...base.axisLabel, fontFamily: 'Inter, sans-serif', ...more.axisLabel } });

  // ---- Ranges and bars: rows under one value axis ---------------------------------------------------------
  const open = 32, gap = 7;
  const reach = (kind, x, e, x0) => {
    let left = x(e.low) - 2, right = x(e.high) + 2;
    if (e.best !== null || e.point) { left = Math.min(left, x(e.mid) - 8); right = Math.max(right, x(e.mid) + 8); }
    if (e.openHigh) right += open;
    if (e.openLow) left = Math.max(x(e.low) - open, x0 - 4);
    if (kind === 'bars') left = Math.min(left, x0);
    return [left, right];
  };
  const range = (m, token, e, x, y, x0) => {
    const all = [], t0 = t.faded(token, m), w = m.superseded ? 1 : 2;
    if (x(e.high) - x(e.low) > 0.7) all.push(...t.bar(token, m, x(e.low), x(e.high), y, 9));
    if (e.openHigh) all.push(t.line([[x(e.low), y - 6], [x(e.low), y + 6]], t0, w), ...t.arrow(token, m, x(e.high), y, x(e.high) + open, y));
    if (e.openLow) all.push(t.line([[x(e.high), y - 6], [x(e.high), y + 6]], t0, w), ...t.arrow(token, m, x(e.low), y, Math.max(x(e.low) - open, x0 - 4), y));
    if (e.best !== null || e.point) all.push(...t.dot(t.glyphOf(m.status), token, m, x(e.mid), y));
    return all;
  };
  const amount = (m, token, e, x, y, x0) => {
    const end = e.best !== null || e.openLow ? e.mid : e.low, all = [];
    if (x(end) - x0 > 0.3) all.push(...t.bar(token, m, x0, x(end), y, 13));
    else all.push(t.line([[x0, y - 6], [x0, y + 6]], t.faded(token, m), 2));
    if (e.point) return all;
    const ink = m.superseded ? 'axis' : 'ink';
    all.push(t.line([[x(e.low), y], [x(e.high), y]], ink, 1.5));
    if (!e.openLow) all.push(t.line([[x(e.low), y - 4.5], [x(e.low), y + 4.5]], ink, 1.5));
    if (!e.openHigh) all.push(t.line([[x(e.high), y - 4.5], [x(e.high), y + 4.5]], ink, 1.5));
    else all.push(...t.arrow(ink, m, x(e.high), y, x(e.high) + open, y));
    if (e.openLow && x(e.low) - x0 > open) all.push(...t.arrow(ink, m, x(e.low), y, x(e.low) - open, y));
    return all;
  };
  const shared = (rows) => {
    const counted = rows.filter((m) => !m.superseded && m.status !== 'denied' && m.status !== 'planned').map((m) => t.extent(m.value));
    if (counted.length < 2) return null;
    const low = Math.max(...counted.map((e) => (e.openLow ? -Infinity : e.low))), high = Math.min(...counted.map((e) => (e.openHigh ? Infinity : e.high)));
    return low > high || counted.every((e) => e.point) ? null : [low, high];
  };
  const board = ({ twin, marks, keep, width, format, filtered }) => {
    const bars = twin.kind === 'bars', narrow = width < 530, widest = (face, all) => Math.max(0, ...all.map((s) => t.measure(face, s)));
    const end = Math.min(widest('small', marks.map((m) => m.end || '')), width * (narrow ? 0.45 : 0.22));
    const label = narrow ? width - end - 12 : Math.min(Math.max(50, widest('body', marks.map((m) => m.name)), widest('small', marks.map((m) => m.detail || ''))), width * 0.32) + 2;
    const x0 = narrow ? 8 : label + 18, x1 = narrow ? width - 4 : width - end - 14;
    for (const m of marks) {
      m.lines = [t.wrap('body', m.name, label, 2), t.wrap('small', m.detail || '', label, 2)];
      m.height = Math.max(17, m.lines[0].length * t.lead.body + m.lines[1].length * t.lead.small) + (narrow ? 32 : 11);
    }
    const said = (group) => filtered ? '' : ((twin.said || []).find((s) => (s.group || '') === group) || {}).text || '';
    const groups = [], top = 40;
    let y = top;
    for (const m of marks) {
      const group = m.group || '';
      if (!groups.length || groups.at(-1).name !== group) {
        groups.push({ name: group, said: said(group), rows: [], top: y });
        y += (group ? 24 : 0) + (groups.at(-1).said ? 17 : 0);
      }
      groups.at(-1).rows.push(m);
      m.top = y;
      y += m.height;
      groups.at(-1).end = y;
    }
    const sc = t.scale(marks.flatMap((m) => m.value.slice(0, 3)).filter((v) => v !== null), twin.log, Math.max(2, Math.min(8, (x1 - x0) / 80)));
    const at = (v, room) => x0 + room * (twin.log ? (v > 0 ? Math.log(v / sc.min) / Math.log(sc.max / sc.min) : 0) : v / sc.max);
    let room = x1 - x0;
    const sides = () => marks.every((m) => {
      const [left, right] = reach(twin.kind, (v) => at(v, room), t.extent(m.value), x0), w = t.measure('bold', m.text || '');
      m.right = right + gap + w <= x1 || left - gap - w < x0;
      return m.right ? right + gap + w <= x1 : right <= x1;
    });
    while (!sides() && room > (x1 - x0) * 0.42) room -= (x1 - x0) * 0.05;
    const x = (v) => at(v, room);
    const paint = (m, token) => {
      const mid = narrow ? m.top + m.height - 17 : m.top + m.height / 2, texts = m.lines[0].length * t.lead.body + m.lines[1].length * t.lead.small;
      const above = narrow ? m.top + 5 : mid - texts / 2, e = t.extent(m.value), ink = m.superseded ? 'muted' : 'ink', face = m.superseded ? 'body' : 'bold';
      const [left, right] = reach(twin.kind, x, e, x0);
      const all = [t.field(0, m.top, width, m.height), t.line([[0, m.top], [width, m.top]], 'grid', m === marks[0] ? 0 : 0.7), ...t.lines('body', m.lines[0], 0, above, 'left', ink),
        ...t.lines('small', m.lines[1], 0, above + m.lines[0].length * t.lead.body, 'left', 'muted'),
        t.text('small', t.cut('small', m.end || '', end), width, narrow ? above + 7 : mid, 'right', 'muted')];
      all.push(...(bars && !twin.log ? amount : range)(m, token, e, x, mid, x0));
      if (m.text) all.push(m.right ? t.text(face, t.cut(face, m.text, Math.max(40, width - right - gap)), right + gap, mid, 'left', ink) : t.text(face, m.text, left - gap, mid, 'right', ink));
      return all;
    };
    const heads = extra('heads', groups.map(() => [sc.min, marks[0].id]), (params) => {
      const g = groups[params.dataIndex], all = [], band = bars ? null : shared(g.rows), said = g.top + (g.name ? 24 : 0);
      const ends = band && [x(Math.max(band[0], sc.min)), Math.min(band[1] === Infinity ? x1 : x(band[1]), x1)];
      if (band) all.push(t.box(ends[0] - 1, said, Math.max(ends[1] - ends[0], 2), g.end - said, 'band'));
      if (g === groups[0] && twin.unit) all.push(t.text('small', t.cut('small', twin.unit, width - x0), narrow ? 0 : x0 - 4, 7, 'left', 'muted'));
      if (g.name) all.push(t.text('bold', t.cut('bold', g.name, width), 0, g.top + 14));
      if (g.said) {
        const line = t.cut('small', g.said, width - x0), w = t.measure('small', line), c = band ? (ends[0] + ends[1]) / 2 - w / 2 : x0 + 5;
        all.push(t.text('small', line, Math.max(0, Math.min(c, width - w)), said + 8, 'left', 'ink'));
      }
      return { type: 'group', children: all };
    });
    return { height: y + 4, grid: { left: x0, width: room, top, height: y - top },
      xAxis: axis(twin.option.xAxis[0], { ...sc, axisLine: { show: false }, axisLabel: { formatter: format, hideOverlap: true } }),
      yAxis: axis(twin.option.yAxis[0], { data: marks.map((m) => m.id), axisLabel: { show: false }, axisLine: { lineStyle: { color: t.color('axis') }, onZero: false } }),
      series: [{ ...heads, z: 1 }, ...every(twin, keep, paint)] };
  };
  t.kinds.ranges = t.kinds.bars = board;

  // ---- Trend: claims over time, one colour and mark an origin -----------------------------------------------
  const dates = (language) => {
    const month = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' });
    let before = '';
    return (ms, index) => {
      const d = new Date(ms), year = String(d.getUTCFullYear());
      if (index === 0) before = '';
      const first = d.getUTCMonth() === 0 && d.getUTCDate() === 1, label = d.getUTCDate() === 1 ? month.format(d).replace('.', '') : d.getUTCDate() + ' ' + month.format(d).replace('.', '');
      const under = year === before ? '' : '\n' + year;
      before = year;
      return (first && under ? month.format(d).replace('.', '') : label) + under;
    };
  };
  t.kinds.trend = ({ twin, marks, keep, width, format }) => {
    const narrow = width < 530, day = 864e5;
    const own = twin.option.series.filter((s) => s.renderItem === 'point').map((s, i) => ({ ...s, glyph: t.glyphs[i % 5], token: t.tokenOf(s.itemStyle.color), data: s.data.filter(keep) })).filter((s) => s.data.length);
    const flags = twin.option.series.filter((s) => s.renderItem === 'flag').flatMap((s) => s.data);
    const room = narrow ? 0 : Math.min(width * 0.27, Math.max(0, ...own.map((s) => t.measure('smallBold', s.name))) + 30);
    const times = own.flatMap((s) => s.data.map((m) => m.value[0])), lo = Math.min(...times), hi = Math.max(...times), pad = Math.max((hi - lo) * 0.03, 2 * day);
    const shown = flags.filter((f) => f.value[0] >= lo - pad && f.value[0] <= hi + pad).slice(0, 14);
    const sc = t.scale(marks.flatMap((m) => m.value.slice(1, 4)).filter((v) => v !== null), twin.log, 6);
    const left = t.measure('small', format(sc.max)) + 14, head = twin.unit ? 20 : 4, rising = marks.some((m) => m.value[3] === null && m.value[1] !== null), top = head + (shown.length ? 28 : 8) + (rising ? 18 : 0);
    for (const s of own) s.lines = t.wrap('smallBold', s.name, room - 28, 2);
    const need = own.reduce((h, s) => h + s.lines.length * 13.5 + 18, 0);
    const plot = Math.max(220, Math.min(width * 0.5, 340), narrow ? 0 : Math.min(need, 500));
    const joined = (m) => !m.superseded && m.status !== 'denied' && (m.value[2] !== null || t.extent(m.value.slice(1)).point);
    const paint = (m, token, api, s) => {
      const e = t.extent(m.value.slice(1)), p = (v) => api.coord([m.value[0], Math.max(v, sc.min)]), [x] = p(e.low), yl = p(e.low)[1], yh = p(e.high)[1], all = [];
      const c = t.faded(token, m), w = m.superseded ? 1 : 2, y = e.best !== null || e.point ? p(e.mid)[1] : (yl + yh) / 2, cap = (v) => t.line([[x - 4, v], [x + 4, v]], c, w);
      const from = api.coord([m.span[0], sc.min])[0], to = api.coord([m.span[1], sc.min])[0];
      if (to - from > 16) all.push(t.line([[from, y], [to, y]], c, 0.8, [1.5, 2]));
      if (yl - yh > 0.7) all.push(t.line([[x, yl], [x, yh]], c, w, t.dashes(m)));
      if (e.openHigh) all.push(cap(yl), ...t.arrow(token, m, x, yh, x, Math.max(yh - 22, top - 20)));
      else if (e.openLow) all.push(cap(yh), ...t.arrow(token, m, x, yl, x, Math.min(yl + 22, top + plot)));
      else if (yl - yh > 0.7) all.push(cap(yl), cap(yh));
      const solid = e.best !== null || e.point || e.openLow !== e.openHigh;
      all.push(...t.dot(s.glyph, token, solid ? m : { status: 'planned' }, x, y, solid ? 4.6 : 3.4), t.disc(x, y, 11));
      return all;
    };
    const unit = extra('unit', twin.unit && own.length ? [[lo, sc.min]] : [], () => ({ type: 'group', children: [t.text('small', t.cut('small', twin.unit, width), 0, 7, 'left', 'muted')] }));
    const join = extra('lines', own.map((s) => [s.data[0].value[0], sc.min]), (params, api) => {
      const s = own[params.dataIndex], all = [];
      for (let k = 1; k < s.data.length; k++) {
        const a = s.data[k - 1], b = s.data[k], p = (m) => api.coord([m.value[0], Math.max(t.extent(m.value.slice(1)).mid, sc.min)]);
        if (joined(a) && joined(b) && (a.detail || '') === (b.detail || '')) all.push(t.line([p(a), p(b)], s.token, 1.9, t.dashes(b)));
      }
      return { type: 'group', children: all };
    });
    const names = extra('names', narrow || !own.length ? [] : [[lo, sc.min]], (params, api) => {
      const ends = own.map((s) => { const m = s.data.filter((m) => !m.superseded).at(-1) || s.data.at(-1), e = t.extent(m.value.slice(1)), v = e.best !== null || e.point ? e.mid : (e.low + e.high) / 2; return { s, m, at: api.coord([m.value[0], Math.max(v, sc.min)]) }; }).sort((a, b) => a.at[1] - b.at[1]);
      const x = width - room + 14, all = [];
      t.spread(ends.map((e) => e.at[1]), ends.map((e) => e.s.lines.length * 13.5 + 18), top - 6, top + plot + 8).forEach((y, i) => {
        const { s, m, at } = ends[i], mid = y + 2 + 7;
        all.push(t.line([[at[0] + 7, at[1]], [Math.max(x - 10, at[0] + 7), at[1]], [x - 6, mid]], s.token, 0.7, [1, 2]), ...t.dot(s.glyph, s.token, {}, x, mid, 3.8),
          ...t.lines('smallBold', s.lines, x + 9, y + 2), t.text('small', t.cut('small', m.text || '', room - 26), x + 9, y + 2 + s.lines.length * 13.5 + 6.5, 'left', 'muted'));
      });
      return { type: 'group', children: all };
    });
    const events = { ...extra('flags', shown.map((f) => ({ ...f })), (params, api) => {
      const at = t.spread(shown.map((f) => api.coord([f.value[0], sc.min])[0]), shown.map(() => 19), left - 9, width - room + 9), i = params.dataIndex, x = api.coord([shown[i].value[0], sc.min])[0], c = at[i] + 9.5;
      return { type: 'group', children: [t.line([[c, head + 17], [x, top - 3], [x, top + plot]], 'muted', 0.8, [2, 2]), t.outline('circle', c, head + 9, 8, 'paper', 'muted', 1), { ...t.text('smallBold', String(i + 1), c, head + 9.5, 'center', 'muted') }, t.disc(c, head + 9, 9)] };
    }), silent: false, tooltip: undefined };
    const series = own.map((s) => ({ ...s, clip: false, z: 3, renderItem: (params, api) => ({ type: 'group', children: paint(s.data[params.dataIndex], s.token, api, s) }) }));
    return { height: top + plot + 38, notes: shown.map((f) => [f.end, f.name]), grid: { left, right: narrow ? 10 : room + 4, top, height: plot },
      xAxis: axis(twin.option.xAxis[0], { min: lo - pad, max: hi + pad, splitLine: { show: false }, axisLine: { lineStyle: { color: t.color('axis') } }, axisTick: { show: true, lineStyle: { color: t.color('axis') } }, axisLabel: { formatter: dates(twin.language), hideOverlap: true, lineHeight: 13 } }),
      yAxis: axis(twin.option.yAxis[0], { ...sc, axisLabel: { formatter: format } }), series: [unit, events, join, names, ...series] };
  };

  // ---- Timeline: events beside a rail that is true to time -----------------------------------------------------
  t.kinds.timeline = ({ twin, marks, keep, width }) => {
    const narrow = width < 530, rail = 70, at = narrow ? 92 : 104, when = narrow ? 0 : 88, textX = at + 13 + when, room = width - textX;
    for (const m of marks) {
      m.when = t.wrap('smallBold', m.end || '', narrow ? room : when - 10, 2);
      m.lines = t.wrap('body', m.name, room, 8);
      m.more = t.cut('small', m.meta || '', room);
      m.height = (narrow ? m.when.length * 15 : 0) + Math.max(m.lines.length * 15 + (m.more ? 13.5 : 0), narrow ? 0 : m.when.length * 15) + 11;
    }
    const total = marks.reduce((h, m) => h + m.height, 0), top = 8, lo = Math.min(...marks.map((m) => m.span[0])), hi = Math.max(...marks.map((m) => m.span[1]), lo + 864e5);
    const y = (ms) => top + 8 + ((ms - lo) / (hi - lo)) * (total - 16), lanes = [];
    const tops = t.spread(marks.map((m) => y(m.value[0])), marks.map((m) => m.height), top, top + total);
    marks.forEach((m, i) => { m.top = tops[i]; });
    for (const m of marks) {
      if (m.span[1] - m.span[0] < 864e5) continue;
      const k = Math.min(3, lanes.findIndex((e) => e <= y(m.span[0])) < 0 ? lanes.length : lanes.findIndex((e) => e <= y(m.span[0])));
      lanes[k] = y(m.span[1]) + 3;
      m.lane = k;
    }
    const paint = (m, token) => {
      const line = m.top + 5.5 + 7.5, all = [t.field(at - 10, m.top, width - at + 10, m.height)];
      if (m.lane !== undefined) all.push(t.box(rail - m.lane * 9 - 2.5, y(m.span[0]), 5, Math.max(y(m.span[1]) - y(m.span[0]), 4), m.lasted ? token : 'paper', token, 1, t.dashes(m)));
      const from = y(m.lasted ? m.span[0] : m.value[0]);
      all.push({ type: 'bezierCurve', silent: true, shape: { x1: rail, y1: from, x2: at - 7, y2: line, cpx1: rail + 20, cpy1: from, cpx2: at - 20, cpy2: line }, style: { fill: 'none', stroke: t.color('rule'), lineWidth: 1 } },
        t.outline('circle', rail, from, 2.8, token, 'paper', 0.7), ...t.dot(t.glyphOf(m.status), token, m, at, line), ...t.lines('smallBold', m.when, at + 13, m.top + 5.5, 'left', 'ink'));
      const down = m.top + 5.5 + (narrow ? m.when.length * 15 : 0);
      all.push(...t.lines('body', m.lines, textX, down), t.text('small', m.more, textX, down + m.lines.length * 15 + 7, 'left', 'muted'));
      return all;
    };
    return { height: total + 2 * top, grid: { left: rail, width: 1, top: top + 8, height: total - 16 }, xAxis: { ...twin.option.xAxis[0], show: false, min: 0, max: 1 },
      yAxis: axis(twin.option.yAxis[0], { min: lo, max: hi, splitNumber: Math.max(2, Math.round(total / 70)), splitLine: { show: false }, axisLine: { lineStyle: { color: t.color('axis') }, onZero: false }, axisTick: { show: true, lineStyle: { color: t.color('axis') } },
        axisLabel: { margin: lanes.length > 1 ? 24 : 10, formatter: (ms, i) => dates(twin.language)(ms, 0).replace('\n', ' '), hideOverlap: true } }),
      series: every(twin, keep, paint) };
  };

  // ---- Exchange: what one gives the other, band by band ----------------------------------------------------------
  t.kinds.exchange = ({ twin, marks, keep, width, words }) => {
    const narrow = width < 530, post = 7, head = 15, inner = width - 2 * (post + 5) - head - 30 - 16, all = [], places = new Map();
    let y = 4, start = 0;
    const posts = (end) => { if (start) for (const x of [0, width - post]) all.push(t.box(x, start, post, end - start - 4, 'axis')); };
    for (let i = 0; i < marks.length;) {
      const [from, to, left, right] = marks[i].value;
      if (i === 0 || marks[i - 1].value[2] !== left || marks[i - 1].value[3] !== right) {
        posts(y);
        if (i) y += 12;
        const a = t.wrap('bold', twin.parties[left], width / 2 - 12, 2), b = t.wrap('bold', twin.parties[right], width / 2 - 12, 2);
        all.push(...t.lines('bold', a, 0, y), ...t.lines('bold', b, width, y, 'right'));
        y += Math.max(a.length, b.length) * 15 + 5;
        start = y;
      }
      if (i === 0 || marks[i - 1].value[0] !== from || marks[i - 1].value[1] !== to) {
        all.push(t.text('small', t.cut('small', marks[i].gives, width - 40), width / 2, y + 8, 'center', 'muted'));
        y += 19;
      }
      const group = [marks[i]];
      for (i++; i < marks.length && ['0', '1', '4'].every((k) => marks[i].value[k] === group[0].value[k]); i++) group.push(marks[i]);
      let h = 7 + 15;
      const rtl = from !== left, x = post + 5 + (rtl ? head + 10 : 12);
      for (const m of group) {
        m.lines = t.wrap('body', m.name, narrow ? inner : inner * 0.58, 4);
        m.values = t.wrap('bold', m.text || '', narrow ? inner : inner * 0.42 - 10, 2);
        m.more = t.wrap('small', [m.origin, m.end].filter(Boolean).join(' · '), narrow ? inner : inner * 0.42 - 10, 2);
        const side = m.values.length * 15 + m.more.length * 13.5;
        m.height = Math.max(15, narrow ? m.lines.length * 15 + side : Math.max(m.lines.length * 15, side)) + 6;
        places.set(m.id, [x, y + h]);
        h += m.height;
      }
      h += 7;
      const a = post + 5, b = width - post - 5, token = group[0].token;
      all.push(t.polygon(rtl ? [[b, y], [a + head, y], [a, y + h / 2], [a + head, y + h], [b, y + h]] : [[a, y], [b - head, y], [b, y + h / 2], [b - head, y + h], [a, y + h]], token + '-soft', token, 1.1),
        t.text('bold', t.cut('bold', group[0].group || '', inner), x, y + 7 + 7.5));
      y += h + 7;
    }
    posts(y);
    const paint = (m) => {
      const [x, top] = places.get(m.id), side = narrow ? x + 16 : x + 16 + inner * 0.58 + 10, down = narrow ? top + 3 + m.lines.length * 15 : top + 3;
      return [{ ...t.field(x - 4, top, inner + 24, m.height, false) }, ...t.dot(t.glyphOf(m.status), m.status || 'muted', m, x + 5, top + 10, 3.8), ...t.lines('body', m.lines, x + 16, top + 3),
        ...t.lines('bold', m.values, side, down), ...t.lines('small', m.more, side, down + m.values.length * 15, 'left', 'ink')];
    };
    const ground = { ...extra('bands', [0], () => ({ type: 'group', children: all })), coordinateSystem: 'none' };
    return { height: y + 2, series: [ground, ...every(twin, keep, paint).map((s) => ({ ...s, coordinateSystem: 'none' }))] };
  };
})();
