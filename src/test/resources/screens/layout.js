/* Layout checks of the current page. horizontalOverflow, focus, hiddenFocus, textSpacing and smallTargets return the problems found,
   each as a sentence; the other functions are their helpers. */
({
  /* Describes an element in a message. */
  describe(e) {
    const words = (e.textContent || e.getAttribute('aria-label') || '').trim().replace(/\s+/g, ' ').slice(0, 40);
    return `<${e.localName}${e.id ? '#' + e.id : ''}${e.className && e.className.baseVal === undefined ? '.' + e.className : ''}> ${words}`;
  },

  /* Whether a sighted visitor sees the element. */
  isVisible(e) {
    const style = getComputedStyle(e);
    return e.checkVisibility({visibilityProperty: true}) && style.clipPath === 'none' && e.getClientRects().length > 0;
  },

  /* WCAG 1.4.10: no scrolling in two directions. */
  horizontalOverflow() {
    const page = document.documentElement;
    if (page.scrollWidth <= page.clientWidth) return [];
    const out = [...document.body.querySelectorAll('*')].filter(e => {
      const box = e.getBoundingClientRect();
      return this.isVisible(e) && (box.right > page.clientWidth + 1 || box.left < -1);
    });
    return [`wider than the screen (${page.scrollWidth} > ${page.clientWidth}): ${out.slice(-2).map(e => this.describe(e)).join('; ')}`];
  },

  /* The elements that the Tab key reaches. */
  tabStops() {
    return [...document.querySelectorAll('a[href],button,input,select,textarea,summary')].filter(
        e => e.tabIndex >= 0 && e.type !== 'hidden' && !e.disabled && e.checkVisibility({visibilityProperty: true}));
  },

  /* WCAG 2.4.7 and 2.4.11: the focused element shows its focus and is not covered. */
  focus(e = document.activeElement) {
    const wrong = [];
    const style = getComputedStyle(e);
    if ((style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) && style.boxShadow === 'none') {
      wrong.push(`no visible focus: ${this.describe(e)}`);
    }
    const box = e.getClientRects()[0];
    const x = (Math.max(0, box.left) + Math.min(innerWidth, box.right)) / 2;
    const y = (Math.max(0, box.top) + Math.min(innerHeight, box.bottom)) / 2;
    const top = document.elementFromPoint(x, y);
    if (!top || !(e.contains(top) || top.contains(e))) {
      wrong.push(`the focused element is covered: ${this.describe(e)} under ${top ? this.describe(top) : 'nothing'}`);
    }
    return wrong;
  },

  /* Checks focus() for every tab stop. */
  hiddenFocus() {
    return this.tabStops().flatMap(e => {
      e.focus();
      return this.focus(e);
    });
  },

  /* The lines of text of the page, each with its element and the block that should contain it. */
  textLines() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const lines = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const e = node.parentElement;
      if (!node.data.trim() || !this.isVisible(e) || e.closest('.visually-hidden, script, textarea, option, .utrecht-skip-link')) continue;
      let box = e;
      while (getComputedStyle(box).display.startsWith('inline') && getComputedStyle(box).display !== 'inline-block'
          && getComputedStyle(box).display !== 'inline-flex' && box !== document.body) box = box.parentElement;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const line of range.getClientRects()) if (line.width > 1) lines.push({line, box, e});
    }
    return lines;
  },

  /* WCAG 1.4.12: with more space between lines, words and letters, no text is cut off or overlaps other text. */
  textSpacing() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}');
    document.adoptedStyleSheets = [sheet];
    scrollTo(0, 0);
    const wrong = this.horizontalOverflow();
    const lines = this.textLines();
    for (const {line, box, e} of lines) {
      const block = box.getBoundingClientRect();
      const out = Math.max(block.left - line.left, line.right - block.right, block.top - line.top, line.bottom - block.bottom);
      const hanging = style => style.whiteSpace === 'pre-wrap' ? parseFloat(style.fontSize) : 4; // a space at the end of a line may hang over
      if (out > hanging(getComputedStyle(e))) wrong.push(`text overflows its block by ${Math.round(out)} px: ${this.describe(e)}`);
      for (let up = box; up !== document.body; up = up.parentElement) {
        const style = getComputedStyle(up);
        if (style.overflow !== 'visible' && (up.scrollWidth > up.clientWidth + 1 || up.scrollHeight > up.clientHeight + 1)) {
          wrong.push(`text is cut off: ${this.describe(up)}`);
        }
      }
    }
    const sorted = lines.sort((a, b) => a.line.top - b.line.top);
    sorted.forEach((a, i) => {
      for (let j = i + 1; j < sorted.length && sorted[j].line.top < a.line.bottom - 3; j++) {
        const b = sorted[j];
        const across = Math.min(a.line.right, b.line.right) - Math.max(a.line.left, b.line.left);
        if (a.e !== b.e && across > 3 && b.line.bottom > a.line.top + 3) {
          wrong.push(`overlapping texts: ${this.describe(a.e)} / ${this.describe(b.e)}`);
        }
      }
    });
    document.adoptedStyleSheets = [];
    return [...new Set(wrong)];
  },

  /* Size of the area that reacts to a press: the control together with its labels. */
  targetSize(e) {
    const boxes = [e, ...(e.labels || [])].map(part => part.getBoundingClientRect());
    return {
      width: Math.max(...boxes.map(b => b.right)) - Math.min(...boxes.map(b => b.left)),
      height: Math.max(...boxes.map(b => b.bottom)) - Math.min(...boxes.map(b => b.top)),
    };
  },

  /* WCAG 2.5.8, with a minimum of 44 px instead of 24; links in a sentence are exempt. */
  smallTargets() {
    const wrong = [];
    for (const e of this.tabStops()) {
      if (!this.isVisible(e) || e.matches('.utrecht-skip-link')) continue;
      const inSentence = getComputedStyle(e).display === 'inline';
      const {width, height} = this.targetSize(e);
      if (!inSentence && (width < 44 || height < 44)) wrong.push(`target too small (${Math.round(width)}x${Math.round(height)}): ${this.describe(e)}`);
    }
    return wrong;
  },
})
