/* Says in time that a form will expire, with the button that gives more time. */
(() => {
  let timer;
  const start = () => {
    clearTimeout(timer);
    const notice = document.querySelector('.time');
    if (notice) timer = setTimeout(() => { notice.hidden = false; }, notice.dataset.after);
  };
  document.addEventListener('shown', start);
  start();
})();
