// How a page is under a finger, enlarged and with its text spaced out: looked at in the page itself.
globalThis.looks = (() => {
    const TARGETS = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
    const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
        p { margin-bottom: 2em !important; }`;
    const LEAST = 24;

    const ancestors = function* (element) {
        for (let each = element; each; each = each.parentElement) yield each;
    };
    const isForEars = (element) => [...ancestors(element)].some((each) => getComputedStyle(each).clipPath !== 'none');
    const isSeen = (element) => element.checkVisibility({visibilityProperty: true}) && !isForEars(element);
    const named = (element) => element.outerHTML.slice(0, 160);

    // Text as it lies on the page, a box for each line of it.
    function texts() {
        const found = [];
        const range = document.createRange();
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const {currentNode: node} = walker;
            const element = node.parentElement;
            if (!node.data.trim() || element.matches('option') || !isSeen(element)) continue;
            range.selectNodeContents(node);
            for (const box of range.getClientRects())
                if (box.width > 1 && box.right > 0) found.push({node, element, box, said: node.data.trim()});
        }
        return found;
    }

    // Whether a box that hides what does not fit, or one with an edge to see, is too small for a line in it.
    const isCut = ({element, box}) => [...ancestors(element)].some((each) => {
        const {overflowX, overflowY, borderTopWidth, display} = getComputedStyle(each);
        const hides = (overflow) => ['hidden', 'clip'].includes(overflow);
        if (display === 'inline' || each === document.body || each === document.documentElement) return false;
        const around = each.getBoundingClientRect();
        const edged = borderTopWidth !== '0px' && overflowY === 'visible';
        const wide = box.left < around.left - 2 || box.right > around.right + 2;
        const high = box.top < around.top - 3 || box.bottom > around.bottom + 3;
        return ((edged || hides(overflowX)) && wide) || ((edged || hides(overflowY)) && high);
    });

    const shared = (one, other, [low, high]) => Math.min(one[high], other[high]) - Math.max(one[low], other[low]);
    const covers = ({box: one}, {box: other}) =>
        shared(one, other, ['left', 'right']) > 2 &&
        shared(one, other, ['top', 'bottom']) > 0.35 * Math.min(one.height, other.height);

    function covered(all) {
        const found = [];
        const sorted = all.toSorted((one, other) => one.box.top - other.box.top);
        sorted.forEach((one, at) => {
            for (let next = at + 1; next < sorted.length && sorted[next].box.top < one.box.bottom; next++)
                if (sorted[next].node !== one.node && covers(one, sorted[next])) found.push([one.said, sorted[next].said]);
        });
        return found;
    }

    function spacedOut() {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(SPACED);
        document.adoptedStyleSheets.push(sheet);
        const all = texts();
        const found = [...all.filter(isCut).map(({said}) => said), ...covered(all), ...sideways()];
        document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
        return found;
    }

    // What has to be scrolled sideways: the page, or a part of it; a table may need both directions.
    function sideways() {
        const scrolls = (element) =>
            element.scrollWidth > element.clientWidth + 1 && isSeen(element) &&
            ['auto', 'scroll'].includes(getComputedStyle(element).overflowX) && !element.querySelector('table');
        const parts = [...document.body.querySelectorAll('*')].filter(scrolls).map(named);
        return document.documentElement.scrollWidth > innerWidth ? ['page', ...parts] : parts;
    }

    const targets = () => [...document.querySelectorAll(TARGETS)].filter((each) => !each.disabled && isSeen(each));

    // A label is pressed as its field is.
    function area(target) {
        const boxes = [target, ...(target.labels ?? [])].map((each) => each.getBoundingClientRect());
        const [left, top] = ['left', 'top'].map((edge) => Math.min(...boxes.map((box) => box[edge])));
        const [right, bottom] = ['right', 'bottom'].map((edge) => Math.max(...boxes.map((box) => box[edge])));
        return {target, left, top, right, bottom, x: (left + right) / 2, y: (top + bottom) / 2};
    }
    const isSmall = ({left, top, right, bottom}) => right - left < LEAST - 0.1 || bottom - top < LEAST - 0.1;

    function isInSentence({target}) {
        const block = [...ancestors(target.parentElement)].find((each) => getComputedStyle(each).display !== 'inline');
        return getComputedStyle(target).display === 'inline' && block.innerText.trim() !== target.innerText.trim();
    }

    // A circle of 24 pixels around the middle of a small one meets no other target, and no other circle.
    const isNear = (small) => (other) => {
        const x = Math.max(other.left - small.x, 0, small.x - other.right);
        const y = Math.max(other.top - small.y, 0, small.y - other.bottom);
        const apart = Math.hypot(other.x - small.x, other.y - small.y);
        return Math.hypot(x, y) < LEAST / 2 || (isSmall(other) && apart < LEAST);
    };

    function tooSmall() {
        const all = targets().map(area);
        const small = all.filter((each) => isSmall(each) && !isInSentence(each));
        return small.filter((each) => all.filter((other) => other !== each).some(isNear(each)))
            .map(({target}) => named(target));
    }

    // Whether a target takes the focus, and lies uncovered in the window when it has it.
    function isOutOfReach(target) {
        target.focus();
        target.scrollIntoView({block: 'center', inline: 'nearest', behavior: 'instant'});
        const {left, right, top, bottom} = target.getClientRects()[0];
        const met = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        const touched = [target, ...(target.labels ?? [])].some((each) => each.contains(met));
        return !touched || document.activeElement !== target || left < 0 || right > innerWidth;
    }

    function outOfReach() {
        const found = targets().filter(isOutOfReach).map(named);
        document.activeElement.blur();
        scrollTo(0, 0);
        return found;
    }

    // The buttons of each form, as they are heard: what tells one form from the next.
    const forms = () => [...document.forms].filter(isSeen).map((form) =>
        [...form.querySelectorAll('button')].filter((each) => each.checkVisibility())
            .map((each) => each.textContent.replaceAll(/\s+/g, ' ').trim()).join(' | '));

    return {spacedOut, sideways, tooSmall, outOfReach, forms};
})();
