// Comfort on top of pages that already work: a print button, and names of municipalities while typing.

for (const knop of document.querySelectorAll('[data-verrijk="print"]')) {
  if (knop instanceof HTMLElement) {
    knop.hidden = false
    knop.addEventListener('click', () => window.print())
  }
}

const gemeente = document.querySelector('input[data-verrijk="gemeente"]')
if (gemeente instanceof HTMLInputElement) {
  // The browser's own list of suggestions: every assistive tool knows it.
  gemeente.addEventListener('focus', () => void vulLijst(gemeente), { once: true })
  // Who types a municipality no longer means an island.
  gemeente.addEventListener('input', () => {
    for (const keuze of document.querySelectorAll('input[type="radio"][name="plaats"]')) {
      if (keuze instanceof HTMLInputElement) keuze.checked = false
    }
  })
  if (document.activeElement === gemeente) void vulLijst(gemeente)
}

/** @param {HTMLInputElement} veld */
async function vulLijst(veld) {
  const adres = veld.dataset.bron
  if (!adres) return
  try {
    const antwoord = await fetch(adres)
    if (!antwoord.ok) return
    const lijst = document.createElement('datalist')
    lijst.id = 'gemeenten'
    for (const naam of (await antwoord.text()).split('\n')) {
      const optie = document.createElement('option')
      optie.value = naam
      lijst.append(optie)
    }
    veld.after(lijst)
    veld.setAttribute('list', lijst.id)
  } catch {
    // No list: typing the whole name works as well.
  }
}
