/** Scrolls to a message, and shows which one it is. */
export function jumpTo(id) {
	const element = document.getElementById(id);
	if (!element) return;
	element.scrollIntoView({ block: 'center', behavior: 'smooth' });
	element.classList.add('found');
	element.addEventListener('animationend', () => element.classList.remove('found'), { once: true });
}
