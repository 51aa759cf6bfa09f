// A value's card, in a panel beside it.
import { button, hit, make } from './dom.js';

const body = document.body;

export const nameValue = (v) => {
  if (v.hasAttribute('role')) return; // it was opened already
  v.setAttribute('role', 'button');
  v.setAttribute('aria-haspopup', 'dialog');
  v.setAttribute('aria-expanded', 'false');
};

const boxOf = (v) => {
  const boxes = v.getClientRects();
  return boxes[boxes.length - 1] || v.getBoundingClientRect();
};

class Panel {
  constructor(words) {
    this.words = words;
    this.opener = null; // what has the panel open
    this.at = null; // and where it was opened
    this.pressed = null; // the value of the card that a press of the pointer is about to put away
    this.root = make('div', 'panel');
    this.root.setAttribute('role', 'dialog');
    this.root.setAttribute('popover', 'auto');
    this.root.tabIndex = -1;
  }

  get shown() { return this.root.matches(':popover-open'); }

  place(at) {
    const gap = 8, { root } = this, w = root.offsetWidth, h = root.offsetHeight;
    const left = Math.max(gap, Math.min(at.left, document.documentElement.clientWidth - w - gap));
    const below = at.bottom + gap + h <= window.innerHeight || at.top < h + gap;
    const top = below ? at.bottom + gap : at.top - gap - h;
    root.style.left = left + 'px';
    root.style.top = Math.max(gap, Math.min(top, window.innerHeight - h - gap)) + 'px';
    this.at = at;
  }

  // The value whose card is open, no longer.
  release() {
    const from = this.opener;
    if (from && from.matches('.value')) from.setAttribute('aria-expanded', 'false');
    this.opener = null;
    return from;
  }

  open(card, from, at) {
    const { root } = this, shut = button('shut', '×', () => root.hidePopover());
    shut.setAttribute('aria-label', this.words.close);
    root.replaceChildren(shut, ...[...card.childNodes].map((n) => n.cloneNode(true)));
    const title = root.querySelector('h3');
    title.id = '_panel-title';
    root.setAttribute('aria-labelledby', title.id);
    root.querySelectorAll('[id^="_ref"]').forEach((e) => e.removeAttribute('id'));
    if (this.opener !== from) this.release();
    if (this.shown) root.hidePopover();
    root.showPopover();
    root.scrollTop = 0;
    this.place(at);
    root.focus({ preventScroll: true });
    this.opener = from;
    if (from && from.matches('.value')) {
      nameValue(from);
      from.setAttribute('aria-expanded', 'true');
    }
  }

  show(event) {
    const v = hit(event, 'a.value');
    if (!v || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const card = document.getElementById(v.hash.slice(1));
    if (!card) return;
    event.preventDefault();
    if (v === this.pressed && event.detail) return;
    // One card leads to another: the way back is the first opener's, and where that is no value but
    // a mark, the panel keeps its place.
    const from = this.root.contains(v) ? this.opener : v;
    this.open(card, from, from && from.matches('.value') ? boxOf(from) : this.at);
  }

  // The panel stands after the value in the order of the keyboard: Tab goes from its last stop to
  // what follows the value, and back from its first stop to the value.
  tab(event) {
    if (event.key !== 'Tab') return;
    const { root } = this, all = [...root.querySelectorAll('a[href], button')], at = document.activeElement;
    const back = event.shiftKey;
    if (back ? at !== root && at !== all[0] : at !== all[all.length - 1]) return;
    const from = this.release();
    if (!from) return;
    root.hidePopover();
    from.focus({ preventScroll: true });
    if (back) event.preventDefault();
  }

  left(event) {
    if (!event.relatedTarget || this.root.contains(event.relatedTarget) || !this.shown) return;
    this.release();
    this.root.hidePopover();
  }

  toggled(event) {
    if (event.newState === 'open' || !this.opener) return;
    const from = this.release();
    const here = this.root.contains(document.activeElement) || document.activeElement === body;
    if (here) from.focus({ preventScroll: true });
  }

  followed(event) {
    const a = hit(event, 'a[href^="#"]');
    if (!a || a.matches('.value')) return;
    this.release();
    this.root.hidePopover();
  }
}

// startCards puts the panel in the page; it reports whether the browser can show one.
export const startCards = (words) => {
  const panel = new Panel(words), { root } = panel;
  if (!root.showPopover) return false;
  body.append(root);
  document.addEventListener('pointerdown', () => { panel.pressed = panel.shown ? panel.opener : null; }, true);
  document.addEventListener('click', (event) => panel.show(event));
  document.addEventListener('keydown', (event) => {
    if (event.key === ' ' && event.target.matches && event.target.matches('a.value')) panel.show(event);
  });
  root.addEventListener('keydown', (event) => panel.tab(event));
  root.addEventListener('focusout', (event) => panel.left(event));
  root.addEventListener('toggle', (event) => panel.toggled(event));
  root.addEventListener('click', (event) => panel.followed(event));
  document.addEventListener('card', ({ detail }) => {
    const card = document.getElementById('_card-' + detail.id);
    if (card) panel.open(card, detail.from, detail.at);
  });
  return true;
};
