// Brings a figure to life when the page asks for it (see page.js), with chips that hide and show, and
// gives it its buttons: copy the data as CSV, save the figure as SVG or PNG.
(() => {
  'use strict';
  const t = twins;
  const words = JSON.parse(document.getElementById('_words').textContent);
  const svgName = 'http://www.w3.org/2000/svg';
  const make = (tag, className, text) => {
    const e = document.createElement(tag);
    if (className) e.className = className;
    if (text !== undefined) e.textContent = text;
    return e;
  };
  const svg = (tag, attributes, children = []) => {
    const e = document.createElementNS(svgName, tag);
    for (const [k, v] of Object.entries(attributes)) e.setAttribute(k, v);
    e.append(...children);
    return e;
  };
  const button = (text, run) => {
    const b = make('button', '', text);
    b.type = 'button';
    b.addEventListener('click', run);
    return b;
  };

  // ---- Chips ---------------------------------------------------------------------------------------
  const icons = {
    circle: (c) => [svg('circle', { cx: 6, cy: 6, r: 4.6, class: c })],
    square: (c) => [svg('rect', { x: 2, y: 2, width: 8, height: 8, class: c })],
    diamond: (c) => [svg('path', { d: 'M6 .6L11.4 6 6 11.4.6 6Z', class: c })],
    up: (c) => [svg('path', { d: 'M6 .8L11.4 10.4H.6Z', class: c })],
    down: (c) => [svg('path', { d: 'M6 11.2L11.4 1.6H.6Z', class: c })],
    cross: (c, s) => [svg('path', { d: 'M2 2L10 10M2 10L10 2', class: 'f-none ' + s, 'stroke-width': 2 })],
    bar: (c, s, status) => {
      const dashed = status === 'planned' ? { 'stroke-dasharray': '2.4 1.8' } : {};
      const fill = status === 'confirmed' ? c : status === 'planned' || status === 'denied' ? 'f-paper' : c + '-soft';
      const lines = status === 'assessed' ? 'M-1 10L5 2M4 10L10 2M9 10L14 4' : status === 'denied' ? 'M-5 11L17 1' : '';
      return [svg('rect', { x: -3, y: 2, width: 18, height: 8, class: fill + ' ' + s, ...dashed }), svg('path', { d: lines, class: 'f-none ' + s, 'stroke-width': 0.9 })];
    },
    ring: (c, s) => [svg('circle', { cx: 6, cy: 6, r: 4.2, class: 'f-paper ' + s, 'stroke-width': 1.8 })],
  };
  const icon = (name, token) => svg('svg', { viewBox: name === 'bar' ? '-4 0 20 12' : '0 0 12 12', class: name, 'aria-hidden': 'true', focusable: 'false' }, icons[name]('f-' + token, 's-' + token, token));
  const statusIcon = (status, kind) => icon(kind === 'bars' ? 'bar' : status === 'planned' ? 'ring' : t.glyphOf(status), status in words.status ? status : 'muted');

  // ---- One figure --------------------------------------------------------------------------------------
  const resolve = (v) => {
    if (Array.isArray(v)) return v.map(resolve);
    if (!v || typeof v !== 'object' || v instanceof Node) return v;
    const out = {};
    for (const [k, x] of Object.entries(v)) {
      const token = /color$/i.test(k) && typeof x === 'string' ? t.tokenOf(x) : undefined;
      out[k] = k === 'data' ? x : token ? t.color(token) : resolve(x);
    }
    return out;
  };

  class Live {
    constructor(figure, twin) {
      this.figure = figure;
      this.twin = twin;
      this.plot = figure.querySelector('.plot');
      this.hidden = { origin: new Set(), status: new Set(), group: new Set() };
      const order = new Map(twin.order.map((id, i) => [id, i]));
      this.marks = twin.option.series.filter((s) => s.renderItem !== 'flag')
        .flatMap((s) => s.data.map((m) => Object.assign(m, { token: t.tokenOf(s.itemStyle.color) }))).sort((a, b) => order.get(a.id) - order.get(b.id));
      this.format = t.numbers(twin.language);
    }
    start() {
      this.live = make('div', 'live');
      const above = make('div', 'above');
      // The legend is the key: what it hides is gone from the figure. Origins that stand at their own rows are folded away.
      const first = this.twin.kind === 'trend' ? 'origin' : this.marks.some((m) => m.glyph) ? 'group' : 'status', second = first === 'origin' ? 'status' : 'origin', more = this.chips(second);
      above.append(...[this.chips(first)].filter(Boolean));
      if (more) {
        const fold = make('details', 'more');
        fold.append(make('summary', '', second === 'origin' ? words.origin : words.statuses), more);
        above.append(fold);
      }
      this.canvas = make('div', 'canvas');
      this.canvas.setAttribute('role', 'img');
      this.canvas.tabIndex = -1; // what a mark opened gives the focus back here
      this.list = make('ol', 'flags');
      this.count = make('p', 'count');
      this.count.setAttribute('role', 'status');
      this.live.append(above, this.count, this.canvas, this.list);
      this.plot.append(this.live);
      this.chart = echarts.init(this.canvas, null, { renderer: 'svg', height: 100, width: this.plot.clientWidth });
      // A touch is over when its click comes; what opens before is shut by it.
      let hit = null;
      this.chart.on('click', (p) => { hit = p.data && p.data.id ? p.data : null; });
      this.canvas.addEventListener('click', (event) => { if (hit) this.told(hit, event); hit = null; });
      this.chart.on('hidetip', () => { this.tipped = null; });
      document.addEventListener('keydown', (event) => { if (event.key === 'Escape') this.hush(); });
      this.draw();
      new ResizeObserver(() => { if (this.plot.clientWidth !== this.width) this.draw(); }).observe(this.plot);
    }
    keep(m) { return ['origin', 'status', 'group'].every((what) => !this.hidden[what].has(m[what] || '')); }
    draw() {
      const { twin } = this, keep = (m) => this.keep(m), marks = this.marks.filter(keep);
      this.width = this.plot.clientWidth;
      if (!this.width || !marks.length) return;
      const filtered = marks.length < this.marks.length, alt = this.plot.querySelector('.stills').getAttribute('aria-label');
      const count = filtered ? words.shown.replace('{1}', marks.length).replace('{2}', this.marks.length) : '';
      // What is saved and copied is whole, whatever is hidden here; that is said here and in the saved picture.
      this.figure.dataset.whole = filtered ? words.whole.replace('{1}', this.marks.length) : '';
      this.count.textContent = filtered ? count + ' ' + this.figure.dataset.whole : '';
      this.canvas.setAttribute('aria-label', filtered ? count + ' ' + alt : alt);
      const { width } = this;
      // A map is drawn after the picture that the style would show, and measures it.
      this.plot.classList.remove('alive');
      const plot = [...this.plot.querySelectorAll('.still')].find((e) => e.getClientRects().length) || this.plot;
      const l = t.kinds[twin.kind]({ twin, marks, keep, width, format: this.format, filtered, plot });
      this.plot.classList.add('alive');
      this.list.replaceChildren(...(l.notes || []).map(([when, what]) => { const e = make('li'); e.append(make('b', '', when), ' ' + what); return e; }), ...(l.more ? [make('li', 'more', l.more)] : []));
      this.canvas.style.height = l.height + 'px';
      this.canvas.style.width = width + 'px';
      this.chart.clear(); // else shapes that were drawn before are made into others of the same place in the list
      this.chart.resize({ width, height: Math.ceil(l.height) });
      this.chart.setOption(resolve({ ...twin.option, series: l.series, legend: undefined, title: undefined, toolbox: undefined,
        textStyle: { fontFamily: 'Inter, sans-serif' },
        tooltip: { ...twin.option.tooltip, confine: false, enterable: true, position: (at, p, tip, rect, { contentSize }) => this.beside(at, p.data, rect, contentSize), className: 'frame', transitionDuration: 0, backgroundColor: 'transparent', borderWidth: 0, padding: 0, extraCssText: 'box-shadow:none', formatter: (p) => this.tip(p) } }), true);
    }
    // A tip touches its mark or row and stays there, so that the pointer can go onto it (WCAG 2.2, 1.4.13): beside the
    // pointer's way down, and above where the window ends.
    beside([x], mark, rect, [w, h]) {
      if (!rect) return [0, 0];
      if (this.tipped !== mark) { this.tipped = mark; this.tipAt = rect.width < 40 ? rect.x + rect.width / 2 - 4 : x; }
      const top = this.canvas.getBoundingClientRect().top, under = rect.y + rect.height - 3, over = rect.y + 3 - h, left = this.tipAt + 6;
      return [Math.max(0, left + w <= this.width ? left : this.tipAt - 6 - w), top + under + h > window.innerHeight && top + over >= 0 ? over : under];
    }
    // The engine keeps a tip that the pointer is on, so the pointer is said to leave it.
    hush() {
      const frame = this.canvas.querySelector('.frame');
      if (frame) frame.dispatchEvent(new MouseEvent('mouseleave'));
      this.chart.dispatchAction({ type: 'hideTip' });
    }
    // What the pointer is told: the rows of the data table, as text; the value with its unit, and of one row the grade in its card's words.
    tip(p) {
      const tip = make('div', 'tip'), m = p.data, heads = this.figure.querySelectorAll('.data thead th');
      tip.append(make('strong', '', m.name));
      const rows = (m.facts || [m.id]).map((id) => this.figure.querySelector('tr[data-id="' + CSS.escape(id) + '"]')).filter(Boolean);
      if (!rows.length) tip.append(make('div', '', m.end || ''));
      for (const row of rows.slice(0, 4)) {
        const list = make('dl');
        [...row.cells].forEach((cell, i) => {
          if (cell.textContent && cell.textContent !== m.name) list.append(make('dt', '', heads[i].textContent), make('dd', '', this.full(cell, rows.length === 1)));
        });
        tip.append(list);
      }
      if (rows.length > 4) tip.append(make('div', '', words.more.replace('{n}', rows.length - 4)));
      return tip;
    }
    full(cell, alone) {
      const s = cell.textContent, { unit } = cell.closest('.data').dataset;
      if (unit && cell.matches('.numeric')) return /\d$/.test(s) && !/^\D*1$/.test(s) ? s + ' ' + unit : s + ' (' + unit + ')';
      const card = alone && /^[A-F][1-6]$/.test(s) && document.getElementById('_card-' + cell.parentNode.dataset.id);
      const said = card && [...card.querySelectorAll('dd')].find((e) => e.textContent.startsWith(s + ':'));
      return said ? said.textContent : s;
    }
    told(mark, event) {
      const { clientX: x, clientY: y } = event;
      this.hush();
      document.dispatchEvent(new CustomEvent('card', { detail: { id: (mark.facts || [mark.id])[0], from: this.canvas, at: { left: x, top: y - 6, bottom: y + 6 } } }));
    }
    chips(what) {
      const names = [...new Set(this.marks.map((m) => m[what] || ''))].filter(Boolean);
      if (what === 'status') names.sort((a, b) => words.order.indexOf(a) - words.order.indexOf(b));
      if (names.length < 2 || names.length > 16 || this.twin.kind === 'map') return null;
      const group = make('div', 'chips');
      group.setAttribute('role', 'group');
      group.setAttribute('aria-label', words.filter);
      for (const name of names) {
        const b = button(what === 'status' ? words.status[name] || name : name, () => this.toggle(what, name, group));
        b.dataset.name = name;
        b.setAttribute('aria-pressed', 'true');
        const own = this.twin.kind === 'trend' && this.twin.option.series.findIndex((s) => s.name === name);
        const part = what === 'group' && this.marks.find((m) => m.group === name);
        if (part) b.prepend(icon('square', part.token)); // the key of the picture puts its own mark here
        else if (what === 'status') b.prepend(statusIcon(name, this.twin.kind));
        else if (typeof own === 'number' && own >= 0) b.prepend(icon('circle', t.tokenOf(this.twin.option.series[own].itemStyle.color))); // as above
        group.append(b);
      }
      return group;
    }
    toggle(what, name, group) {
      const hidden = this.hidden[what];
      if (!hidden.delete(name)) hidden.add(name);
      if (!this.marks.some((m) => this.keep(m))) hidden.clear();
      for (const b of group.children) b.setAttribute('aria-pressed', String(!hidden.has(b.dataset.name)));
      this.draw();
    }
  }

  // ---- Buttons ---------------------------------------------------------------------------------------------
  // The data are the table's rows, each with the marking, which would else be left behind. A cell that
  // a spreadsheet would take for a formula is kept from being one by an apostrophe.
  const marking = (figure) => figure.querySelector('figcaption .tlp') || document.querySelector('.banner .tlp');
  const csv = (figure) => {
    const mark = marking(figure);
    return [...figure.querySelector('.data table').rows].map((r, i) => [...[...r.cells].map((c) => c.textContent), ...(mark ? [i ? mark.textContent : words.marking] : [])].map((s) => {
      if (/^[=+\-@\t\r]/.test(s)) s = "'" + s;
      return /[",\n\r]/.test(s) ? '"' + s.replaceAll('"', '""') + '"' : s;
    }).join(',')).join('\r\n') + '\r\n';
  };
  const copy = async (s) => {
    try { await navigator.clipboard.writeText(s); return; } catch { /* not allowed here: the old way */ }
    const area = make('textarea', 'hidden');
    area.value = s;
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  };
  const save = (blob, name) => {
    const a = make('a');
    a.href = URL.createObjectURL(blob);
    a.download = name;
    a.click();
    setTimeout(() => URL.revokeObjectURL(a.href), 10000);
  };
  const fontFaces = () => [...document.styleSheets].flatMap((s) => [...s.cssRules]).filter((r) => r instanceof CSSFontFaceRule && !/italic/.test(r.cssText)).map((r) => r.cssText).join('\n');
  // The figure as one picture: marking, title, subtitle, chart, source line, where it comes from, with fonts inside. It is
  // for slides and paper, so its colours are the light ones, whatever the reader's.
  const picture = (figure) => {
    const from = figure.querySelector('.wide svg'), [, , w, h] = from.getAttribute('viewBox').split(' ').map(Number);
    const root = [...document.styleSheets[0].cssRules].find((r) => r.selectorText === ':root'), light = (token) => root.style.getPropertyValue('--' + token);
    const pad = 14, ruler = document.createElement('canvas').getContext('2d'), texts = [];
    let y = pad;
    const write = (s, size, weight, token, step) => {
      ruler.font = weight + ' ' + size + 'px Inter, sans-serif';
      let line = '';
      const put = () => { if (line) { y += step; texts.push(svg('text', { x: pad, y: y - step * 0.28, 'font-size': size, 'font-weight': weight, fill: light(token) }, [line])); } };
      for (const word of s.split(/\s+/)) { const longer = line ? line + ' ' + word : word; if (line && ruler.measureText(longer).width > w) { put(); line = word; } else line = longer; }
      put();
    };
    const read = (selector, from = figure) => { const e = from.querySelector(selector); return e ? e.textContent : ''; };
    const mark = marking(figure), label = [];
    if (mark) { // letters in the label's colour on black (FIRST TLP 2.0)
      ruler.font = '600 12px Inter, sans-serif';
      const wide = ruler.measureText(mark.textContent).width + 10, left = pad + w - wide;
      label.push(svg('rect', { x: left, y, width: wide, height: 18, fill: '#000' }),
        svg('text', { x: left + 5, y: y + 13.4, 'font-size': 12, 'font-weight': 600, fill: getComputedStyle(mark).color }, [mark.textContent]));
      y += 20;
    }
    write(read('figcaption .title'), 13, 600, 'ink', 16.5);
    write(read('figcaption .subtitle'), 9, 400, 'muted', 12.5);
    const chart = from.cloneNode(true);
    for (const e of chart.querySelectorAll('path, text')) {
      const token = (kind) => [...e.classList].filter((c) => c.startsWith(kind)).map((c) => light(c.slice(2)))[0];
      e.setAttribute('fill', token('f-') || (e.tagName === 'text' ? light('muted') : 'none'));
      if (token('s-')) e.setAttribute('stroke', token('s-'));
      e.removeAttribute('class');
    }
    const shown = svg('g', { fill: 'none', 'stroke-width': from.getAttribute('stroke-width'), 'font-size': from.getAttribute('font-size'), transform: 'translate(' + pad + ' ' + (y + 8) + ')' }, [...chart.childNodes]);
    y += 8 + h + 6;
    for (const s of figure.querySelectorAll('.source')) { const c = s.cloneNode(true); c.querySelectorAll('sup').forEach((n) => n.remove()); write(c.textContent, 7.5, 400, 'muted', 10.5); }
    if (figure.dataset.whole) write(figure.dataset.whole, 7.5, 400, 'muted', 10.5);
    write([read('h1', document), [read('.imprint dt', document), read('.imprint dd', document)].join(' '), read('figcaption .label')].filter((t) => t.trim()).join(' · '), 7.5, 400, 'muted', 10.5);
    y += pad;
    const all = svg('svg', { viewBox: '0 0 ' + (w + 2 * pad) + ' ' + y, width: (w + 2 * pad) * 1.5, height: y * 1.5, 'font-family': 'Inter, sans-serif', role: 'img' }, [
      svg('title', {}, [read('figcaption .title')]), svg('desc', {}, [from.closest('.stills').getAttribute('aria-label')]), svg('style', {}, [fontFaces()]),
      svg('rect', { width: '100%', height: '100%', fill: light('paper') }), ...label, ...texts, shown]);
    return { text: new XMLSerializer().serializeToString(all), width: (w + 2 * pad) * 1.5, height: y * 1.5 };
  };
  const png = (figure, name) => {
    const p = picture(figure), image = new Image(), url = URL.createObjectURL(new Blob([p.text], { type: 'image/svg+xml' }));
    image.onload = () => {
      const canvas = make('canvas');
      canvas.width = Math.ceil(p.width * 2);
      canvas.height = Math.ceil(p.height * 2);
      canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
      URL.revokeObjectURL(url);
      canvas.toBlob((b) => save(b, name + '.png'), 'image/png');
    };
    image.src = url;
  };
  const tools = (figure) => {
    const row = make('div', 'tools'), name = figure.id || 'figure';
    const first = button(words.copy, async () => {
      await copy(csv(figure));
      first.textContent = words.copied;
      setTimeout(() => { first.textContent = words.copy; }, 2000);
    });
    first.setAttribute('aria-live', 'polite');
    row.append(first, button(words.svg, () => save(new Blob([picture(figure).text], { type: 'image/svg+xml' }), name + '.svg')), button(words.png, () => png(figure, name)));
    figure.querySelector('.data').before(row);
  };

  // ---- Start -----------------------------------------------------------------------------------------------------
  const plain = matchMedia('(forced-colors: active)');
  const alive = [];
  t.ready = () => Promise.all(Object.values(t.fonts).map((f) => document.fonts.load(f)));
  t.wake = (figure, twin) => {
    tools(figure);
    if (!twin || plain.matches || !window.echarts) return;
    const one = new Live(figure, twin);
    one.start();
    alive.push(one);
  };
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => alive.forEach((one) => one.draw()));
})();
