/* Leaves at once: the way out, or three times Escape or Shift within five seconds.
   The default of the third Escape would stop the page that loads. */
(() => {
  const leave = event => {
    event.preventDefault();
    document.documentElement.className = 'left';
    document.title = '\u00a0';
    location.replace(document.querySelector('.exit').href);
  };
  document.addEventListener('click', event => {
    if (event.target.closest('.exit')) leave(event);
  });
  let key = '';
  let times = [];
  addEventListener('keydown', event => {
    if (event.repeat) return;
    if (event.key !== key) times = [];
    key = event.key;
    if (key !== 'Escape' && key !== 'Shift') return;
    times = times.filter(time => event.timeStamp - time < 5000).concat(event.timeStamp);
    if (times.length === 3) leave(event);
  });
})();
