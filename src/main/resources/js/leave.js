/* Leaves the site immediately: on the exit button, or on Escape or Shift pressed three times within five seconds. The default action of
   the third Escape is prevented, because it would stop loading the new page. */
(() => {
  const leave = event => {
    event.preventDefault();
    document.documentElement.className = 'leaving';
    document.title = '\u00a0';
    visit.to(document.querySelector('.exit').href);
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
