// A figure that answers. Its picture stays; what is drawn of its marks is drawn again by the engine, over it.
import { chips, Filter } from './filter.js';
import { make } from './dom.js';
import { read } from './scene.js';
import { tip } from './tip.js';
import { next } from './walk.js';
import { knobs, Zoom } from './zoom.js';

export class Live {
  constructor(figure, option, words) {
    this.figure = figure;
    this.option = option;
    this.words = words;
    this.plot = figure.querySelector('.plot');
    this.filter = new Filter(option.series[0].data, words.order);
    this.at = -1; // the mark where the keyboard is
    this.zoom = new Zoom();
  }

  start() {
    const { words, plot } = this;
    this.canvas = make('div', 'canvas');
    this.canvas.setAttribute('role', 'application');
    this.canvas.setAttribute('aria-label', [this.figure.querySelector('.title').textContent, words.walk].join('. '));
    this.canvas.tabIndex = 0; // what a mark opened gives the focus back here
    this.said = make('p', 'hidden');
    this.said.setAttribute('role', 'status');
    this.count = make('p', 'count');
    this.count.setAttribute('role', 'status');
    const room = this.figure.querySelector('.controls');
    if (room && room.dataset.by) {
      room.append(chips(this.filter, room.dataset.by.split(' '), words, () => this.draw(), (which, on) => this.light(which, on)));
    }
    plot.before(this.count);
    plot.append(this.canvas, this.said);
    if (room && room.dataset.zoom) {
      this.knobs = knobs(this.zoom, this.canvas, words, () => this.draw());
      room.append(this.knobs.row);
    }
    this.chart = window.echarts.init(this.canvas, null, { renderer: 'svg', width: plot.clientWidth, height: 100 });
    this.listen();
    this.draw();
    new ResizeObserver(() => { if (plot.clientWidth !== this.width) this.draw(); }).observe(plot);
  }

  listen() {
    // A touch is over when its click comes; what opens before is shut by it.
    let pressed = null;
    this.chart.on('click', (p) => { pressed = p.data && p.data.id ? p.data : null; });
    this.canvas.addEventListener('click', ({ clientX: x, clientY: y }) => {
      if (pressed) this.open(pressed, { left: x, top: y - 6, bottom: y + 6 });
      pressed = null;
    });
    this.chart.on('hidetip', () => { this.tipped = null; });
    this.canvas.addEventListener('keydown', (event) => this.key(event));
    this.canvas.addEventListener('blur', () => this.leave());
    document.addEventListener('keydown', (event) => { if (event.key === 'Escape') this.hush(); });
  }

  get picture() {
    const still = [...this.plot.querySelectorAll('.still')].find((e) => e.getClientRects().length);
    return still && still.querySelector('svg');
  }

  draw() {
    const { chart, filter, words } = this, { picture } = this;
    this.width = this.plot.clientWidth;
    if (!this.width || !picture) return;
    const [, , w, h] = picture.getAttribute('viewBox').split(' ').map(Number), { zoom } = this;
    if (this.pictured !== picture) zoom.all();
    this.pictured = picture;
    const width = picture.parentElement.clientWidth, k = width / w, box = { width, height: h * k };
    picture.style.transform = zoom.z > 1 ? `translate(${zoom.x}px, ${zoom.y}px) scale(${zoom.z})` : '';
    this.canvas.style.touchAction = zoom.z > 1 ? 'none' : '';
    this.drawn = read(picture);
    this.kept = filter.kept().filter((m) => this.drawn.shapes.has(m.id));
    this.k = k;
    this.at = -1;
    const filtered = filter.kept().length < filter.marks.length;
    // What is saved and copied is whole, whatever is hidden here; that is said here and in the saved picture.
    this.figure.dataset.whole = filtered ? words.whole.replace('{1}', filter.marks.length) : '';
    const fill = (s) => s.replace('{1}', filter.kept().length).replaceAll('{2}', filter.marks.length);
    this.count.textContent = filtered ? fill(words.shown) + ' ' + this.figure.dataset.whole : '';
    this.plot.classList.add('alive');
    this.canvas.style.width = box.width + 'px';
    this.canvas.style.height = box.height + 'px';
    chart.clear(); // else shapes that were drawn before are made into others of the same place in the list
    chart.resize({ width: Math.ceil(box.width), height: Math.ceil(box.height) });
    chart.setOption(this.options(), true);
  }

  options() {
    const { option, kept, drawn, zoom } = this, k = this.k * zoom.z;
    const mark = ({ dataIndex }) => ({ type: 'group', x: zoom.x, y: zoom.y, scaleX: k, scaleY: k, focus: 'self',
      children: drawn.shapes.get(kept[dataIndex].id) });
    const tooltip = { ...option.tooltip, confine: false, enterable: true, className: 'frame', transitionDuration: 0, borderWidth: 0,
      backgroundColor: 'transparent', padding: 0, extraCssText: 'box-shadow:none',
      formatter: ({ data }) => tip(this.figure, data, this.words),
      position: (at, { data }, e, rect, { contentSize }) => this.beside(at, data, rect, contentSize) };
    return { ...option, tooltip, series: [{ ...option.series[0], coordinateSystem: 'none', clip: false, data: kept, renderItem: mark }] };
  }

  // A tip touches its mark or row and stays there, so that the pointer can go onto it (WCAG 2.2, 1.4.13): beside the
  // pointer's way down, and above where the window ends.
  beside([x], mark, rect, [w, h]) {
    if (!rect) return [0, 0];
    if (this.tipped !== mark) {
      this.tipped = mark;
      this.tipAt = rect.width < 40 || this.at >= 0 ? rect.x + Math.min(rect.width, 40) / 2 - 4 : x;
    }
    const top = this.canvas.getBoundingClientRect().top, under = rect.y + rect.height - 3, over = rect.y + 3 - h;
    const right = this.tipAt + 6, left = right + w <= this.width ? right : this.tipAt - 6 - w;
    return [Math.max(0, left), top + under + h > window.innerHeight && top + over >= 0 ? over : under];
  }

  // The engine keeps a tip that the pointer is on, so the pointer is said to leave it.
  hush() {
    const frame = this.canvas.querySelector('.frame');
    if (frame) frame.dispatchEvent(new MouseEvent('mouseleave'));
    this.chart.dispatchAction({ type: 'hideTip' });
    this.leave();
  }

  open(mark, at) {
    this.hush();
    document.dispatchEvent(new CustomEvent('card', { detail: { id: (mark.facts || [mark.id])[0], from: this.canvas, at } }));
  }

  light(which, on) {
    const dataIndex = this.kept.flatMap((m, i) => (which(m) ? [i] : []));
    this.chart.dispatchAction({ type: on ? 'highlight' : 'downplay', seriesIndex: 0, dataIndex });
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' && this.kept[this.at]) {
      event.preventDefault();
      this.open(this.kept[this.at], this.boxOf(this.kept[this.at]));
      return;
    }
    if (this.knobs && '+-0'.includes(event.key)) {
      event.preventDefault();
      this.knobs.by({ '+': 1.6, '-': 1 / 1.6, 0: 1e-9 }[event.key]);
      return;
    }
    const to = next(event.key, this.at, this.kept.length);
    if (to === null) return;
    event.preventDefault();
    this.leave();
    this.reveal(this.kept[to]);
    this.at = to;
    this.light((m) => m === this.kept[to], true);
    this.chart.dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex: to });
    const told = tip(this.figure, this.kept[to], this.words).querySelectorAll('strong, dt, dd');
    this.said.textContent = [...told].map((e) => e.textContent).join(', ');
  }

  // reveal has a mark in the frame.
  reveal(mark) {
    if (this.zoom.z === 1) return;
    const [b] = this.drawn.boxes.get(mark.id), { k } = this;
    this.zoom.show({ x: b.x * k, y: b.y * k, width: b.width * k, height: b.height * k }, this.canvas.clientWidth, this.canvas.clientHeight);
    this.draw();
  }

  // boxOf is where a mark stands in the window.
  boxOf(mark) {
    const [b] = this.drawn.boxes.get(mark.id), at = this.canvas.getBoundingClientRect(), { x, y, z } = this.zoom, k = this.k * z;
    return { left: at.left + x + b.x * k, top: at.top + y + b.y * k, bottom: at.top + y + (b.y + b.height) * k };
  }

  leave() {
    if (this.at < 0) return;
    this.light(() => true, false);
    this.chart.dispatchAction({ type: 'hideTip' });
    this.at = -1;
  }
}
