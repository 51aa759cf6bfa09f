// The page's comfort: cards beside values, contents that follow the scroll, charts that answer.
// Everything here only adds to a page that is whole without it. Texts of the report are only ever
// written with textContent or cloned from the page, never parsed.
(() => {
  'use strict';
  const body = document.body;
  const words = JSON.parse(document.getElementById('_words').textContent);
  const make = (tag, className, text) => {
    const e = document.createElement(tag);
    if (className) e.className = className;
    if (text !== undefined) e.textContent = text;
    return e;
  };
  const button = (className, text, run) => {
    const b = make('button', className, text);
    b.type = 'button';
    b.addEventListener('click', run);
    return b;
  };
  body.classList.add('js');

  // ---- A value's card, beside it -------------------------------------------------------------
  const panel = make('div', 'panel');
  panel.setAttribute('role', 'dialog');
  panel.setAttribute('popover', 'auto');
  panel.tabIndex = -1;
  let opener = null;

  const place = (at) => {
    const gap = 8, w = panel.offsetWidth, h = panel.offsetHeight;
    const left = Math.max(gap, Math.min(at.left, document.documentElement.clientWidth - w - gap));
    const below = at.bottom + gap + h <= window.innerHeight || at.top < h + gap;
    panel.style.left = left + 'px';
    panel.style.top = Math.max(gap, Math.min(below ? at.bottom + gap : at.top - gap - h, window.innerHeight - h - gap)) + 'px';
  };
  const open = (card, from, at) => {
    panel.replaceChildren(...[...card.childNodes].map((n) => n.cloneNode(true)));
    const title = panel.querySelector('h3');
    title.id = '_panel-title';
    panel.setAttribute('aria-labelledby', title.id);
    const shut = button('shut', '×', () => panel.hidePopover());
    shut.setAttribute('aria-label', words.close);
    panel.append(shut);
    opener = from;
    if (panel.matches(':popover-open')) panel.hidePopover();
    panel.showPopover();
    panel.scrollTop = 0;
    place(at);
    panel.focus({ preventScroll: true });
    opener = from;
    if (opener) opener.setAttribute('aria-expanded', 'true');
  };
  if (panel.showPopover) {
    body.append(panel);
    for (const v of document.querySelectorAll('a.value')) {
      v.setAttribute('role', 'button');
      v.setAttribute('aria-haspopup', 'dialog');
      v.setAttribute('aria-expanded', 'false');
    }
    const show = (event) => {
      const v = event.target.closest && event.target.closest('a.value');
      if (!v || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const card = document.getElementById(v.hash.slice(1));
      if (!card) return;
      event.preventDefault();
      const boxes = v.getClientRects();
      open(card, v, boxes[boxes.length - 1] || v.getBoundingClientRect());
    };
    document.addEventListener('click', show);
    document.addEventListener('keydown', (event) => {
      if (event.key === ' ' && event.target.matches && event.target.matches('a.value')) show(event);
    });
    panel.addEventListener('toggle', (event) => {
      if (event.newState === 'open' || !opener) return;
      opener.setAttribute('aria-expanded', 'false');
      if (panel.contains(document.activeElement) || document.activeElement === body) opener.focus({ preventScroll: true });
      opener = null;
    });
    panel.addEventListener('click', (event) => {
      const a = event.target.closest('a[href^="#"]');
      if (a) { opener = null; panel.hidePopover(); }
    });
    document.addEventListener('card', (event) => {
      const card = document.getElementById('_card-' + event.detail.id);
      if (card) open(card, null, event.detail.at);
    });
    // The cards at the end are folded away, unless the reader was sent to one.
    const fold = document.querySelector('.evidence details');
    const reveal = () => {
      const card = fold && location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (card && fold.contains(card)) { fold.open = true; card.scrollIntoView(); }
    };
    if (fold) { fold.open = false; reveal(); window.addEventListener('hashchange', reveal); }
  }

  // ---- References to notes are named as such ------------------------------------------------------
  for (const a of document.querySelectorAll('.ref a')) {
    a.setAttribute('role', 'doc-noteref');
    a.setAttribute('aria-label', words.note.replace('{1}', a.textContent));
  }

  for (const a of document.querySelectorAll('.back a')) a.setAttribute('aria-label', words.back + ' ' + (a.textContent.replace(/\D/g, '') || '1'));

  // ---- Contents follow the scroll --------------------------------------------------------------
  const links = new Map();
  for (const a of document.querySelectorAll('.contents a')) {
    const target = document.getElementById(decodeURIComponent(a.hash.slice(1)));
    if (target && !a.closest('li li')) links.set(target, a);
  }
  let pending = false;
  const follow = () => {
    pending = false;
    let now = null;
    for (const [section] of links) if (section.getBoundingClientRect().top < window.innerHeight * 0.3) now = section;
    for (const [section, a] of links) {
      if (section === now) a.setAttribute('aria-current', 'true'); else a.removeAttribute('aria-current');
    }
  };
  const soon = () => { if (!pending) { pending = true; requestAnimationFrame(follow); } };
  window.addEventListener('scroll', soon, { passive: true });
  window.addEventListener('resize', soon);

  // ---- Regions that scroll sideways are stops of the keyboard only where they do ---------------------
  const stops = () => {
    for (const r of document.querySelectorAll('.scroll, .still')) {
      const scrolls = r.scrollWidth > r.clientWidth || r.scrollHeight > r.clientHeight;
      if (scrolls) r.tabIndex = 0; else r.removeAttribute('tabindex');
    }
  };
  window.addEventListener('resize', stops);
  document.addEventListener('toggle', stops, true);
  // Both measure the page; the reader sees it first.
  requestAnimationFrame(() => setTimeout(() => { follow(); stops(); }));
})();
