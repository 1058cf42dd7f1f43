/* The list of reports that look alike: the button says how many are ticked, and a whole group is ticked without loading the page again. */
(() => {
  const form = document.querySelector('form.lookalikes');
  if (!form) return;
  const button = form.querySelector('[data-one]');
  const count = () => {
    const ticked = form.querySelectorAll('[name=fake]:checked').length;
    button.textContent = ticked === 1 ? button.dataset.one : button.dataset.many.replace('#', ticked);
  };
  form.addEventListener('click', event => {
    const link = event.target.closest('[data-tick]');
    if (!link) return;
    event.preventDefault();
    for (const box of link.closest('fieldset').querySelectorAll('[name=fake]')) box.checked = link.dataset.tick === 'all';
    count();
  });
  form.addEventListener('change', count);
  addEventListener('pageshow', count); // a browser that goes back restores the ticks
  count();
})();
