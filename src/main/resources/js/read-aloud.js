/* Offers to read the page aloud when the device has a local voice for the language of the page. */
(() => {
  const speech = window.speechSynthesis;
  if (!speech) return;
  const offer = () => {
    const button = document.querySelector('.aloud');
    const language = document.documentElement.lang.slice(0, 2);
    const voice = speech.getVoices().find(v => v.localService && v.lang.slice(0, 2) === language);
    if (!button || !voice) return;
    button.hidden = false;
    const say = reading => { button.textContent = reading ? button.dataset.stop : button.dataset.start; };
    button.onclick = () => {
      const reading = speech.speaking;
      speech.cancel();
      say(!reading);
      if (reading) return;
      const parts = [...document.querySelectorAll('main h1,main h2,main p,main li')].filter(e => !e.closest('details,nav,.calls'));
      parts.forEach((part, i) => {
        const words = new SpeechSynthesisUtterance(part.textContent);
        words.voice = voice;
        words.lang = voice.lang;
        if (i === parts.length - 1) words.onend = () => say(false);
        speech.speak(words);
      });
    };
  };
  offer();
  speech.onvoiceschanged = offer;
  document.addEventListener('shown', () => { speech.cancel(); offer(); });
  addEventListener('pagehide', () => speech.cancel());
})();
