// What is told in words: a timeline beside a rail that is true to time, and an exchange, band by band.
(() => {
  'use strict';
  const t = twins;
  const day = 864e5;

  // ---- Timeline --------------------------------------------------------------------------------
  const room = 53; // for the dates of the rail

  // A span that does not fit on a line breaks before its dash.
  const when = (s, room) => t.wrap('bold', t.measure('bold', s) > room ? s.replace(/– .*/, (to) => to.replaceAll(' ', '\u00a0')) : s, room, 3);
  const enter = (marks, s) => {
    for (const m of marks) {
      m.when = when(m.end || '', s.narrow ? s.room : s.dates - 8);
      m.lines = t.wrap('body', m.name, s.room, 8);
      m.more = t.wrap('small', m.meta || '', s.room, 3);
      const texts = m.lines.length * t.lead.body + m.more.length * t.lead.small, dates = m.when.length * t.lead.body;
      m.height = (s.narrow ? dates + texts : Math.max(texts, dates)) + 11;
    }
  };
  // Spans that run at one time stand side by side, in as many lanes at most.
  const sidings = (most, ends = []) => (from, to) => {
    let n = 0;
    while (n < Math.min(ends.length, most - 1) && ends[n] > from) n++;
    ends[n] = to;
    return n;
  };
  const entry = (m, token, s, width) => {
    const line = m.top + 13, down = m.top + 5.5 + (s.narrow ? m.when.length * t.lead.body : 0), from = s.y(m.span[0]);
    const all = [t.field(s.at - 10, m.top, width - s.at + 10, m.height)];
    if (m.lane !== undefined) {
      const high = Math.max(s.y(m.span[1]) - from, 4), planned = m.status === 'planned'; // a short one dashed would be all corners
      all.push(t.box(s.rail - m.lane * 9 - 2.5, from, 5, high, m.lasted && !planned ? token : 'paper', token, 1, planned && high > 11 ? t.dashes(m) : null));
    }
    all.push({ type: 'bezierCurve', silent: true, style: { fill: 'none', stroke: t.color('rule'), lineWidth: 1 },
      shape: { x1: s.rail, y1: from, x2: s.at - 7, y2: line, cpx1: s.rail + 20, cpy1: from, cpx2: s.at - 20, cpy2: line } });
    all.push(t.outline('circle', s.rail, from, 2.8, token, 'paper', 0.7), ...t.dot(t.glyphOf(m.status), token, m, s.at, line));
    all.push(...t.lines('bold', m.when, s.at + 14, m.top + 5.5), ...t.lines('body', m.lines, s.x, down),
      ...t.lines('small', m.more, s.x, down + m.lines.length * t.lead.body, 'left', 'muted'));
    return all;
  };
  // The rail, true to time, with as many dates as in the picture: "2025" for January, "Oct 2024" for its first day.
  const rail = (s, twin, lo, hi, y0, y1) => {
    if (hi - lo <= day) return []; // one day: its date stands beside it
    const all = [t.line([[s.rail, y0], [s.rail, y1]], 'axis', 1)];
    let past = -Infinity;
    for (const d of t.dates(twin, lo, hi, s.ticks)) {
      const y = s.y(d.ms), starts = d.under && d.d.getUTCDate() === 1 && (!d.d.getUTCMonth() || / /.test(d.under));
      const text = starts ? d.under : (d.label + ' ' + d.under).trim(), words = t.measure('small', text) > room ? [d.label, d.under] : [text];
      const lead = t.lead.small, top = Math.min(y - lead / 2, y1 + lead / 2 - words.length * lead); // its month and year under the day, or over it at the foot
      if (y - 4 < past || top < past - 4) continue;
      past = top + words.length * lead;
      all.push(t.line([[s.rail - 4, y], [s.rail, y]], 'axis', 1), ...t.lines('small', words.map((w) => t.cut('small', w, room)), 0, top, 'left', 'muted'));
    }
    return all;
  };
  t.kinds.timeline = (figure) => {
    const { twin, marks, width } = figure, narrow = width < 530, lo = Math.min(...marks.map((m) => m.span[0])), end = Math.max(...marks.map((m) => m.span[1])), hi = Math.max(end, lo + day);
    // A month or year that is short beside the whole is a point on the rail.
    const long = marks.filter((m) => m.lasted || (m.span[1] > m.span[0] && m.span[1] - m.span[0] >= 0.008 * (end - lo)));
    const most = 3, abreast = sidings(most), lanes = Math.max(1, ...long.map((m) => abreast(m.span[0], m.span[1] + 60 * day) + 1));
    const s = { narrow, ticks: Math.max(2, figure.plot.querySelectorAll('.still text[x="0"]').length), rail: room + 5 + (lanes - 1) * 9, dates: narrow ? 0 : 96 };
    s.at = s.rail + (narrow ? 24 : 40);
    s.x = s.at + 14 + s.dates;
    s.room = width - s.x;
    t.key(figure);
    enter(marks, s);
    const total = marks.reduce((h, m) => h + m.height, 0), top = 8, y0 = top + 8, y1 = top + total - 8, side = sidings(lanes);
    s.y = (ms) => y0 + ((ms - lo) / (hi - lo)) * (y1 - y0);
    t.spread(marks.map((m) => s.y(m.span[0])), marks.map((m) => m.height), top, top + total).forEach((y, i) => { marks[i].top = y; });
    for (const m of marks) m.lane = long.includes(m) ? side(s.y(m.span[0]), s.y(m.span[1]) + 3) : undefined;
    const calendar = rail(s, twin, lo, hi, y0, y1);
    return { height: total + 2 * top, series: [t.extra('rail', () => calendar), ...t.every(figure, (m, token) => entry(m, token, s, width))] };
  };

  // ---- Exchange ---------------------------------------------------------------------------------
  const post = 7, head = 15, tail = 5;

  const offer = (m, s) => {
    m.lines = t.wrap('body', m.name, s.narrow ? s.inner : s.inner * 0.58, 4);
    m.values = t.wrap('bold', m.text || '', s.side, 2);
    m.more = t.wrap('small', [m.origin, m.end].filter(Boolean).join(' · '), s.side, 2);
    const lines = m.lines.length * t.lead.body, side = m.values.length * t.lead.body + m.more.length * t.lead.small;
    m.height = Math.max(t.lead.body, s.narrow ? lines + side : Math.max(lines, side)) + 6;
  };
  // An arrow from the giver to the receiver; its height says how many lines it holds, and nothing of amounts.
  const band = (group, s, y, h) => {
    const a = post + 5, b = s.width - post - 5, token = group[0].token, back = group[0].value[0] !== group[0].value[2];
    const x = a + head + 10; // in one column, whichever way the band points
    s.all.push(...(back
      ? [t.box(a + head, y, b - a - head, h, 'panel'), t.box(b - tail, y, tail, h, token), t.polygon([[a + head, y], [a, y + h / 2], [a + head, y + h]], token)]
      : [t.box(a, y, b - a - head, h, 'panel'), t.box(a, y, tail, h, token), t.polygon([[b - head, y], [b, y + h / 2], [b - head, y + h]], token)]));
    s.all.push(t.text('bold', t.cut('bold', group[0].group || '', s.inner), x, y + 14.5));
    let down = y + 22;
    for (const m of group) {
      s.places.set(m.id, [x, down]);
      down += m.height;
    }
  };
  const parties = (m, s, y, names) => {
    const [a, b] = [m.value[2], m.value[3]].map((id) => t.wrap('bold', names[id], s.width / 2 - 12, 2));
    s.all.push(...t.lines('bold', a, 0, y), ...t.lines('bold', b, s.width, y, 'right'));
    return Math.max(a.length, b.length) * t.lead.body + 5;
  };
  const posts = (s, start, end) => {
    if (start) for (const x of [0, s.width - post]) s.all.push(t.box(x, start, post, end - start - 4, 'axis'));
  };
  const stack = ({ twin, marks }, s) => {
    const differ = (i, ...keys) => i === 0 || keys.some((k) => marks[i].value[k] !== marks[i - 1].value[k]);
    let y = 4, start = 0;
    for (let i = 0; i < marks.length;) {
      if (differ(i, 2, 3)) {
        posts(s, start, y);
        y += i ? 12 : 0;
        y += parties(marks[i], s, y, twin.parties);
        start = y;
      }
      if (differ(i, 0, 1)) {
        const gives = t.wrap('small', marks[i].gives, s.width - 2 * post - 10, 2);
        s.all.push(...t.lines('small', gives, s.width / 2, y + 1, 'center', 'muted'));
        y += gives.length * t.lead.small + 5;
      }
      const group = [marks[i]];
      for (i++; i < marks.length && !differ(i, 0, 1, 4); i++) group.push(marks[i]);
      const h = group.reduce((sum, m) => sum + m.height, 22 + 7);
      band(group, s, y, h);
      y += h + 7;
    }
    posts(s, start, y);
    return y;
  };
  const given = (m, s) => {
    const [x, top] = s.places.get(m.id), side = s.narrow ? x + 16 : x + 16 + s.inner * 0.58 + 10, down = top + 3 + (s.narrow ? m.lines.length * t.lead.body : 0);
    return [t.field(x - 4, top, s.inner + 24, m.height, false), ...t.dot(t.glyphOf(m.status), m.status || 'muted', m, x + 5, top + 10, 3.8), ...t.lines('body', m.lines, x + 16, top + 3),
      ...t.lines('bold', m.values, side, down), ...t.lines('small', m.more, side, down + m.values.length * t.lead.body)];
  };
  t.kinds.exchange = (figure) => {
    const { marks, width } = figure, narrow = width < 530, inner = width - 2 * (post + 5) - head - 46;
    const s = { narrow, width, inner, side: narrow ? inner : inner * 0.42 - 10, all: [], places: new Map() };
    for (const m of marks) offer(m, s);
    const height = stack(figure, s) + 2;
    t.key(figure);
    return { height, series: [t.extra('bands', () => s.all), ...t.every(figure, (m) => given(m, s))] };
  };
})();
