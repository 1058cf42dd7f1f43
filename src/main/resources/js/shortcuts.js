/* Keyboard shortcuts for the inbox: j and k move through the rows, / opens the filter, ? shows the shortcuts. They can be switched off,
   because screen readers and speech input also use single letters (WCAG 2.1.4). Only that choice is stored. */
(() => {
  const help = document.querySelector('details.keys');
  if (!help) return;
  const button = help.querySelector('button');
  let on = localStorage.getItem('desk-keys') !== 'off';
  const show = () => button.setAttribute('aria-pressed', String(on));
  button.hidden = false;
  button.addEventListener('click', () => {
    on = !on;
    localStorage.setItem('desk-keys', on ? 'on' : 'off');
    show();
  });
  show();
  const moveFocus = step => {
    const rows = [...document.querySelectorAll('.rows tbody a')];
    const index = rows.indexOf(document.activeElement);
    const target = rows[index < 0 ? (step > 0 ? 0 : rows.length - 1) : index + step];
    if (target) target.focus();
  };
  const open = (details, target) => {
    details.open = true;
    details.querySelector(target).focus();
  };
  const keys = {
    j: () => moveFocus(1),
    k: () => moveFocus(-1),
    '/': () => open(document.querySelector('details.filter'), 'select'),
    '?': () => open(help, 'summary'),
  };
  document.addEventListener('keydown', event => {
    const typing = event.target.closest('input, select, textarea');
    if (!on || typing || event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
})();
