// What a browser keeps for the person who uses it. A browser that keeps nothing is used without.
export function read(key) { try { return localStorage.getItem(key); } catch { return null; } }
export function write(key, text) { try { localStorage.setItem(key, text); } catch { /* full, or forbidden */ } }
