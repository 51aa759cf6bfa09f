// Places in the page: links to them stay in the page, headings and figures say theirs.
import { hit, make, named } from './dom.js';

const place = (hash) => hash.length > 1 && document.getElementById(named(hash));

// In a frame that was written as srcdoc, an address that is only a place leads to the page about the frame.
const inFrame = (event) => {
  const a = !event.defaultPrevented && hit(event, 'a[href^="#"]'), e = a && place(a.getAttribute('href'));
  if (!e) return;
  event.preventDefault();
  e.scrollIntoView();
  if (!e.matches('a, button, [tabindex]')) e.tabIndex = -1;
  e.focus({ preventScroll: true });
};

// permalink gives a heading or a caption the address of its place.
export const permalink = (e, id, words) => {
  const a = make('a', 'permalink', '#');
  a.href = '#' + encodeURIComponent(id);
  a.setAttribute('aria-label', words.permalink);
  e.append(a);
};

export const permalinks = (section, words) => {
  for (const s of [section, ...section.querySelectorAll('section[id], figure[id]')]) {
    const head = s.querySelector(':scope > :is(h2, h3, h4, h5, h6), :scope > figcaption');
    if (s.id && head && s.id[0] !== '_') permalink(head, s.id, words);
  }
};

export const startPlaces = () => {
  if (location.href === 'about:srcdoc') document.addEventListener('click', inFrame);
};
