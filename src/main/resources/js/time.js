/* Shows the warning that the form will expire, with a button that extends the time. */
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
