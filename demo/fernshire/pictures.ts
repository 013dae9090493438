// The pictures of Fernshire's children's version: plain drawings of nobody.

const drawing = (body: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="420" viewBox="0 0 640 420"><rect width="640" height="420" fill="#eef5f4"/>${body}</svg>`;

const person = (x: number, y: number, coat: string, skin: string, size = 1) =>
  `<g transform="translate(${x} ${y}) scale(${size})"><path d="M-52 150c0-62 22-92 52-92s52 30 52 92z" fill="${coat}"/><circle cy="18" r="36" fill="${skin}"/><path d="M-36 12c0-32 16-46 36-46s36 14 36 46c-22-2-40-10-48-20-4 10-12 16-24 20z" fill="#463a2f"/></g>`;

const bubble = (x: number, y: number) =>
  `<g transform="translate(${x} ${y})"><path d="M-70-42h140a18 18 0 0 1 18 18v40a18 18 0 0 1-18 18h-90l-30 28v-28h-20a18 18 0 0 1-18-18v-40a18 18 0 0 1 18-18z" fill="#fff" stroke="#12656c" stroke-width="5"/><path d="M-56-14h112M-56 10h74" stroke="#12656c" stroke-width="8" stroke-linecap="round"/></g>`;

/** Two people on a bench by a bus stop. */
export const talkingAtTheBusStop = drawing(
  `<rect y="330" width="640" height="90" fill="#cdd8da"/><path d="M500 110h110v20H500z" fill="#12656c"/><path d="M545 130h14v210h-14z" fill="#46575d"/><circle cx="552" cy="90" r="34" fill="#c8961e"/><path d="M538 78h28v24h-28z" fill="#fff"/>${person(210, 170, '#c8613a', '#e3b98f')}${person(360, 170, '#12656c', '#8a5a3c')}<path d="M110 318h350v18H110zM140 336h14v44h-14zM416 336h14v44h-14z" fill="#7a5b34"/>${bubble(270, 84)}`,
);

/** Two grown-ups beside a cot. */
export const besideTheCot = drawing(
  `<rect y="340" width="640" height="80" fill="#e8d9b8"/>${person(150, 150, '#12656c', '#8a5a3c', 1.2)}${person(490, 150, '#c8961e', '#e3b98f', 1.2)}<path d="M220 250h200v20H220zM226 270h12v100h-12zM402 270h12v100h-12z" fill="#7a5b34"/><path d="M238 290h164v60H238z" fill="#fff"/><path d="M238 350h164v12H238z" fill="#7a5b34"/><circle cx="290" cy="304" r="24" fill="#d9a57c"/><path d="M300 296h84a12 12 0 0 1 12 12v42h-108z" fill="#a9cfd2"/><path d="M320 170c-26-34-74-4-48 34l48 44 48-44c26-38-22-68-48-34z" fill="#c8613a"/>`,
);

/** A telephone that rings, and a hand-drawn heart. */
export const someoneToRing = drawing(
  `<rect x="230" y="60" width="180" height="310" rx="26" fill="#1b2a30"/><rect x="246" y="92" width="148" height="236" fill="#fff"/><circle cx="320" cy="349" r="11" fill="#fff"/><path d="M320 180c-22-28-62-4-40 30l40 38 40-38c22-34-18-58-40-30z" fill="#c8613a"/><path d="M190 150c-22 40-22 90 0 130M156 128c-34 54-34 120 0 174M450 150c22 40 22 90 0 130M484 128c34 54 34 120 0 174" fill="none" stroke="#c8961e" stroke-width="12" stroke-linecap="round"/>`,
);
