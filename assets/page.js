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
  let opener = null, placed = null; // what has the panel open, and where it was opened

  const nameValue = (v) => {
    if (v.hasAttribute('role')) return; // it was opened already
    v.setAttribute('role', 'button');
    v.setAttribute('aria-haspopup', 'dialog');
    v.setAttribute('aria-expanded', 'false');
  };
  const place = (at) => {
    const gap = 8, w = panel.offsetWidth, h = panel.offsetHeight;
    const left = Math.max(gap, Math.min(at.left, document.documentElement.clientWidth - w - gap));
    const below = at.bottom + gap + h <= window.innerHeight || at.top < h + gap;
    panel.style.left = left + 'px';
    panel.style.top = Math.max(gap, Math.min(below ? at.bottom + gap : at.top - gap - h, window.innerHeight - h - gap)) + 'px';
  };
  // The value whose card is open, no longer.
  const release = () => {
    const from = opener;
    if (from && from.matches('.value')) from.setAttribute('aria-expanded', 'false');
    opener = null;
    return from;
  };
  const open = (card, from, at) => {
    const shut = button('shut', '×', () => panel.hidePopover());
    shut.setAttribute('aria-label', words.close);
    panel.replaceChildren(shut, ...[...card.childNodes].map((n) => n.cloneNode(true)));
    const title = panel.querySelector('h3');
    title.id = '_panel-title';
    panel.setAttribute('aria-labelledby', title.id);
    panel.querySelectorAll('[id^="_ref"]').forEach((e) => e.removeAttribute('id'));
    if (opener !== from) release();
    if (panel.matches(':popover-open')) panel.hidePopover();
    panel.showPopover();
    panel.scrollTop = 0;
    place(placed = at);
    panel.focus({ preventScroll: true });
    opener = from;
    if (from && from.matches('.value')) { nameValue(from); from.setAttribute('aria-expanded', 'true'); }
  };
  const boxOf = (v) => { const boxes = v.getClientRects(); return boxes[boxes.length - 1] || v.getBoundingClientRect(); };
  if (panel.showPopover) {
    body.append(panel);
    let pressed = null; // the value of the card that a press of the pointer is about to put away
    document.addEventListener('pointerdown', () => { pressed = panel.matches(':popover-open') ? opener : null; }, true);
    const show = (event) => {
      const v = event.target.closest && event.target.closest('a.value');
      if (!v || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const card = document.getElementById(v.hash.slice(1));
      if (!card) return;
      event.preventDefault();
      if (v === pressed && event.detail) return;
      // One card leads to another: the way back is the first opener's, and where that is no value but a mark, the panel keeps its place.
      const from = panel.contains(v) ? opener : v;
      open(card, from, from && from.matches('.value') ? boxOf(from) : placed);
    };
    document.addEventListener('click', show);
    document.addEventListener('keydown', (event) => {
      if (event.key === ' ' && event.target.matches && event.target.matches('a.value')) show(event);
    });
    // The panel stands after the value in the order of the keyboard: Tab goes from its last stop to
    // what follows the value, and back from its first stop to the value.
    panel.addEventListener('keydown', (event) => {
      if (event.key !== 'Tab') return;
      const all = [...panel.querySelectorAll('a[href], button')], at = document.activeElement, back = event.shiftKey;
      if (back ? at !== panel && at !== all[0] : at !== all[all.length - 1]) return;
      const from = release();
      if (!from) return;
      panel.hidePopover();
      from.focus({ preventScroll: true });
      if (back) event.preventDefault();
    });
    panel.addEventListener('focusout', (event) => {
      if (event.relatedTarget && !panel.contains(event.relatedTarget) && panel.matches(':popover-open')) { release(); panel.hidePopover(); }
    });
    panel.addEventListener('toggle', (event) => {
      if (event.newState === 'open' || !opener) return;
      const from = release();
      if (panel.contains(document.activeElement) || document.activeElement === body) from.focus({ preventScroll: true });
    });
    panel.addEventListener('click', (event) => {
      const a = event.target.closest('a[href^="#"]');
      if (a && !a.matches('.value')) { release(); panel.hidePopover(); }
    });
    document.addEventListener('card', (event) => {
      const card = document.getElementById('_card-' + event.detail.id);
      if (card) open(card, event.detail.from, event.detail.at);
    });
  }

  // ---- Contents follow the scroll --------------------------------------------------------------
  const links = new Map();
  for (const a of document.querySelectorAll('.contents a')) {
    const target = document.getElementById(decodeURIComponent(a.hash.slice(1)));
    if (target && !a.closest('li li')) links.set(target, a);
  }
  let pending = false, scrolled = -Infinity;
  const follow = () => {
    pending = false;
    let now = null;
    for (const [section] of links) if (section.getBoundingClientRect().top < window.innerHeight * 0.3) now = section;
    for (const [section, a] of links) {
      if (section === now) a.setAttribute('aria-current', 'true'); else a.removeAttribute('aria-current');
    }
  };
  const soon = () => { if (!pending) { pending = true; requestAnimationFrame(follow); } };
  window.addEventListener('scroll', () => { scrolled = performance.now(); soon(); }, { passive: true });
  window.addEventListener('resize', soon);

  // The same briefing in another language is opened where this one is read.
  document.addEventListener('click', (event) => {
    const a = event.target.closest && event.target.closest('.editions a'), now = document.querySelector('.contents [aria-current]');
    if (a) a.hash = now ? now.hash : '';
  });

  // ---- What is read stays where it is --------------------------------------------------------------
  // The first thing that begins in the upper part of the window, or else the thing that goes on
  // from above it, keeps its place while something changes. Browsers do this by themselves, but not
  // all of them, and not while they scroll to a place.
  const main = document.getElementById('_main');
  const anchor = () => {
    let crossing = null;
    const first = (e) => {
      for (const c of e.children) {
        const box = c.getBoundingClientRect();
        if (!box.height || box.bottom <= 0) continue;
        if (box.top >= 0) return c;
        crossing = c;
        const inner = c.matches('.plot') ? null : first(c);
        if (inner) return inner;
      }
      return null;
    };
    const begins = first(main);
    return begins && (!crossing || begins.getBoundingClientRect().top < window.innerHeight * 0.3) ? begins : crossing;
  };
  const steady = (change) => {
    const kept = window.scrollY > 0 ? anchor() : null, root = document.documentElement;
    if (!kept) { change(); return; }
    const top = kept.getBoundingClientRect().top;
    root.style.overflowAnchor = 'none';
    change();
    const moved = kept.getBoundingClientRect().top - top;
    if (moved) window.scrollBy({ top: moved, behavior: 'instant' });
    root.style.overflowAnchor = '';
  };

  // ---- Sections are laid out and furnished one by one, when there is time ---------------------------
  // The style lays out what is in view; the rest follows here, so that the page is soon as high as it is.
  const stop = (r) => { // a region that scrolls is a stop of the keyboard only where it does
    if (r.scrollWidth > r.clientWidth || r.scrollHeight > r.clientHeight) r.tabIndex = 0; else r.removeAttribute('tabindex');
  };
  const stops = (e) => e.querySelectorAll('.scroll').forEach(stop);
  const name = (e) => {
    if (panel.showPopover) e.querySelectorAll('a.value').forEach(nameValue);
    for (const a of e.querySelectorAll('.ref a')) {
      a.setAttribute('role', 'doc-noteref');
      a.setAttribute('aria-label', words.note.replace('{1}', a.textContent));
    }
    for (const a of e.querySelectorAll('.back a')) a.setAttribute('aria-label', words.back + ' ' + (a.textContent.replace(/\D/g, '') || '1'));
  };
  const unlaid = [...main.children];
  const lay = () => {
    const section = unlaid.shift();
    name(section);
    steady(() => { section.classList.add('laid'); stops(section); });
  };
  const layAll = () => { while (unlaid.length) lay(); };
  const idle = window.requestIdleCallback ? (f) => requestIdleCallback(f, { timeout: 500 }) : (f) => setTimeout(f, 30);
  const layNext = () => {
    if (unlaid.length) lay();
    if (unlaid.length) idle(layNext); else follow();
  };
  window.addEventListener('resize', () => stops(main));
  document.addEventListener('toggle', (event) => { if (event.target.matches('details')) stops(event.target); }, true);
  // A place to go to must be where it will be.
  document.addEventListener('click', (event) => { if (event.target.closest && event.target.closest('a[href^="#"]')) layAll(); });

  // ---- The cards at the end are folded away, unless the reader was sent to one ----------------------
  const fold = panel.showPopover && document.querySelector('.evidence details');
  const reveal = () => {
    const card = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (card && fold.contains(card)) { layAll(); fold.open = true; card.scrollIntoView(); }
  };
  if (fold) { fold.open = false; window.addEventListener('hashchange', reveal); }

  // ---- Figures come to life when the reader rests near them ------------------------------------------
  // What is packed is compressed (gzip) and written in 85 letters (Ascii85, with a v for its <).
  const bytes = (s) => {
    const out = new Uint8Array(4 * s.length);
    let size = 0, digits = 0, v = 0;
    const put = (count) => { for (let i = 0; i < count; i++) out[size++] = v >>> (24 - 8 * i); v = digits = 0; };
    for (let i = 0; i < s.length; i++) {
      const c = s.charCodeAt(i);
      if (c === 122) { put(4); continue; } // z: four zeros
      v = 85 * v + (c === 118 ? 60 : c) - 33;
      if (++digits === 5) put(4);
    }
    if (digits) { const left = digits - 1; while (digits++ < 5) v = 85 * v + 84; put(left); }
    return out.subarray(0, size);
  };
  const unpack = (id) => new Response(new Blob([bytes(document.getElementById(id).textContent)]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
  const run = (text) => { const script = make('script'); script.textContent = text; body.append(script); };
  // The engine and what draws with it are unpacked once; the page's policy knows them by their hashes.
  // In forced colours the pictures stay, and need no engine.
  let unpacked = null;
  const drawing = () => unpacked ||= (async () => {
    const packs = matchMedia('(forced-colors: active)').matches ? ['_drawing'] : ['_engine', '_drawing'];
    (await Promise.all(packs.map(unpack))).forEach(run);
    await twins.ready();
    return JSON.parse(await unpack('_twins'));
  })();
  const rested = async () => { while (performance.now() < scrolled + 150) await new Promise((done) => setTimeout(done, 50)); };
  const figures = [...document.querySelectorAll('figure')], close = new Set();
  let waking = false;
  const wake = async () => {
    if (waking) return;
    waking = true;
    const all = await drawing();
    while (close.size) {
      await rested();
      const [figure] = close;
      if (!figure) break;
      close.delete(figure);
      near.unobserve(figure);
      steady(() => twins.wake(figure, all[figures.indexOf(figure)]));
      await new Promise((done) => setTimeout(done));
    }
    waking = false;
  };
  const near = new IntersectionObserver((entries) => {
    for (const e of entries) if (e.isIntersecting) close.add(e.target); else close.delete(e.target);
    if (close.size) wake();
  }, { rootMargin: '200px 0px' });
  const able = document.getElementById('_engine') && typeof DecompressionStream !== 'undefined';

  // All this measures the page; the reader sees it first.
  requestAnimationFrame(() => setTimeout(() => {
    if (fold) reveal();
    follow();
    idle(layNext);
    if (able) figures.forEach((f) => near.observe(f));
  }));
})();
