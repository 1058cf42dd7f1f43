/* Shows the warning that the form is about to expire, with a button that gives more time. */
(() => {
  let timer;
  const start = () => {
    clearTimeout(timer);
    const notice = document.querySelector('.expiry');
    if (notice) timer = setTimeout(() => { notice.hidden = false; }, notice.dataset.after);
  };
  document.addEventListener('shown', start);
  start();
})();
