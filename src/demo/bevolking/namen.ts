import type { Geslacht } from './persoon.ts'
import type { Zaad } from './toeval.ts'

// First names that people have; family names that nobody has, as far as we know.
const vrouwen =
  'Fenna Aylin Noor Maryam Sanne Chaima Tess Jolanta Wietske Samira Lieke Ximena Roos Hanae Ilse Yara Dieuwke Amina Elif Mei Saskia Precious Hadewych Rachel Naomi Sifra Tjitske Zeynep Anouk Bintou Carmen Dunya Eva Farah Geesje Hilde'.split(
    ' ',
  )
const mannen =
  'Bram Youssef Daan Emre Sven Dawit Jelle Kwame Thijs Rafael Sietse Tomasz Hassan Wout Mehmet Joris Lamin Pieter Ravi Stijn Xander Abel Bilal Cas Diego Eelco Femke Gijs Hidde Ibrahim Jin Koen Luuk Milan Noud Omar'
    .split(' ')
    .filter((naam) => naam !== 'Femke')
const eilandVrouwen = 'Shurensly Marjolie Xiomara Elaine Ruthmila Solange Zulaika Daphne Jossy Minerva'.split(
  ' ',
)
const eilandMannen = 'Jurick Rignald Elvis Calvin Osbaldo Franklin Curtis Shamar Edsel Ronchi'.split(' ')

const achternamen: readonly (readonly [string, string])[] = [
  ['', 'Appelhoven'],
  ['van', 'Zonneveen'],
  ['', 'Demirbahar'],
  ['el', 'Nourani'],
  ['de', 'Windekroon'],
  ['', 'Sewrampers'],
  ['', 'Kowalinska'],
  ['van der', 'Lindewaard'],
  ['', 'Tesfamikal'],
  ['', 'Oosterlicht'],
  ['', 'Pereirinho'],
  ['', 'Wilgendaal'],
  ['', 'Abdiwaré'],
  ['ten', 'Regenboom'],
  ['', 'Nguyenhoa'],
  ['', 'Yıldızhan'],
  ['van de', 'Kaneelberg'],
  ['', 'Hernandira'],
  ['', 'Duizendblad'],
  ['', 'Boatemensah'],
  ['', 'Zilverstroom'],
  ['', 'Radjkoemars'],
  ['de', 'Vlinderbeek'],
  ['', 'Popescaru'],
  ['', 'Tjwanhiem'],
  ['', 'Sterrenkijk'],
]
const eilandnamen: readonly (readonly [string, string])[] = [
  ['', 'Martisina'],
  ['', 'Winklarosa'],
  ['', 'Hassellton'],
  ['', 'Janzensen'],
  ['', 'Cicilianas'],
  ['', 'Domacatia'],
]

export interface Familienaam {
  readonly voorvoegsel: string
  readonly geslachtsnaam: string
}

export function kiesFamilienaam(zaad: Zaad, isEiland: boolean): Familienaam {
  const [voorvoegsel, geslachtsnaam] = zaad.kies(isEiland ? eilandnamen : achternamen)
  return { voorvoegsel, geslachtsnaam }
}

export function kiesVoornamen(zaad: Zaad, geslacht: Geslacht, isEiland: boolean): string {
  const lijst = geslacht === 'V' ? (isEiland ? eilandVrouwen : vrouwen) : isEiland ? eilandMannen : mannen
  const eerste = zaad.kies(lijst)
  const tweede = zaad.kies(lijst)
  return zaad.kans(0.3) && tweede !== eerste ? `${eerste} ${tweede}` : eerste
}
