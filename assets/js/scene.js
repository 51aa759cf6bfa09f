// Reads the picture that stands in the page: what is drawn of each mark, as shapes for the engine, and
// where the pointer finds it.
const align = { middle: 'center', end: 'right' };
const faint = { style: { opacity: 0.22 } }; // of what another mark is shown before

const numbers = (s) => s.split(/[ ,]+/).map((v) => parseFloat(v));

export const shape = (e, look = getComputedStyle(e)) => {
  if (e.tagName === 'path') {
    return { type: 'path', silent: true, shape: { pathData: e.getAttribute('d') }, blur: faint, style: {
      fill: look.fill, stroke: look.stroke, lineWidth: parseFloat(look.strokeWidth),
      lineDash: look.strokeDasharray === 'none' ? null : numbers(look.strokeDasharray) } };
  }
  const size = parseFloat(look.fontSize), at = (name) => Number(e.getAttribute(name));
  return { type: 'text', silent: true, x: at('x'), y: at('y') - size * 0.36, blur: faint, style: {
    text: e.textContent, fill: look.fill, verticalAlign: 'middle', align: align[look.textAnchor] || 'left',
    font: [look.fontStyle, look.fontWeight, size + 'px Inter, sans-serif'].join(' ') } };
};

// The box about what of a group answers: lines lead away from a mark, and do not, where there is more.
const extent = (g) => {
  const all = [...g.children], solid = all.filter((e) => e.tagName === 'text' || getComputedStyle(e).fill !== 'none');
  const boxes = (solid.length ? solid : all).map((e) => e.getBBox());
  const x = Math.min(...boxes.map((b) => b.x)), y = Math.min(...boxes.map((b) => b.y));
  const right = Math.max(...boxes.map((b) => b.x + b.width)), bottom = Math.max(...boxes.map((b) => b.y + b.height));
  return { x, y, width: right - x, height: bottom - y };
};

// Where the pointer finds each of those boxes: on it, and about what is small, at most half the way to the next one.
export const fields = (boxes) => {
  const all = boxes.map((b) => ({ ...b, cx: b.x + b.width / 2, cy: b.y + b.height / 2, small: b.width < 18 && b.height < 18 }));
  return all.map((o) => {
    if (!o.small) return { x: o.x, y: o.y, width: o.width, height: o.height };
    const others = all.filter((p) => p.small && p.id !== o.id).map((p) => Math.hypot(p.cx - o.cx, p.cy - o.cy) / 2);
    const r = Math.min(9, ...others);
    return { x: o.cx - r, y: o.cy - r, width: 2 * r, height: 2 * r };
  });
};

// Of fields that lie over each other the smaller one answers.
const field = (box) => ({ type: 'rect', shape: box, style: { fill: 'rgba(0,0,0,0)' },
  z2: 1e4 - Math.round(Math.min(1e4, Math.sqrt(box.width * box.height) * 10)) });

// read returns, by mark, its shapes, the fields among them; and the boxes.
export const read = (picture) => {
  const groups = [...picture.querySelectorAll('g[data-id]')].map((g) => ({ g, id: g.dataset.id, ...extent(g) }));
  const shapes = new Map(), boxes = new Map(), spots = fields(groups);
  groups.forEach((one, i) => {
    const own = shapes.get(one.id) || [];
    own.push(...[...one.g.children].map((e) => shape(e)), field(spots[i]));
    shapes.set(one.id, own);
    boxes.set(one.id, [...(boxes.get(one.id) || []), spots[i]]);
  });
  return { shapes, boxes };
};
