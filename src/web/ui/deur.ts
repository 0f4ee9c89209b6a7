import { Html } from '../../platform/index.ts'

// Colours come from classes in the style sheet, so that light, dark and forced colours each have their own.

/** The mark: a closed door with a brass bell. Decoration; the name stands beside it. */
export function logo(): Html {
  return Html.vertrouwd(
    '<svg class="vd-mark" viewBox="0 0 20 28" width="20" height="28" aria-hidden="true" focusable="false">' +
      '<path class="vd-mark__frame" d="M1.5 26.5V9a8.5 7.5 0 0 1 17 0v17.5z"/>' +
      '<path class="vd-mark__fan" d="M4.5 9.5a5.5 4.8 0 0 1 11 0z"/>' +
      '<path class="vd-mark__door" d="M4.5 12h11v14.5h-11z"/>' +
      '<circle class="vd-mark__bell" cx="13" cy="19.5" r="1.4"/></svg>',
  )
}

/** The picture on the first page: a front door that stands ajar, with daylight behind it. */
export function openDeur(beschrijving: string): Html {
  const naam = beschrijving.replace(/[&<>"]/g, '')
  return Html.vertrouwd(`<svg class="vd-door" viewBox="0 0 320 380" role="img" aria-label="${naam}">
<path class="vd-door__wall" d="M0 0h320v340H0z"/>
<path class="vd-door__brick" d="M0 40h60M0 80h48M0 120h56M0 160h48M0 200h56M0 240h48M0 280h56M264 40h56M272 80h48M264 120h56M272 160h48M264 200h56M272 240h48M264 280h56M60 18v22M24 40v40M40 80v40M20 120v40M40 160v40M20 200v40M40 240v40M284 40v40M300 80v40M284 120v40M300 160v40M284 200v40M300 240v40"/>
<path class="vd-door__stone" d="M62 340V136a98 98 0 0 1 196 0v204z"/>
<path class="vd-door__light" d="M80 340V138a80 80 0 0 1 160 0v202z"/>
<path class="vd-door__hall" d="M112 340V190h96v150z"/>
<path class="vd-door__floor" d="M80 340l32-26h96l32 26z"/>
<path class="vd-door__lamp" d="M160 190v18M150 220a10 10 0 0 1 20 0z"/>
<path class="vd-door__fan" d="M80 138a80 80 0 0 1 160 0z"/>
<path class="vd-door__rays" d="M160 138V60M160 138l-56-54M160 138l56-54M160 138l-76-24M160 138l76-24"/>
<path class="vd-door__bar" d="M78 134h164v10H78z"/>
<path class="vd-door__leaf" d="M80 144l58 14v190l-58 -8z"/>
<path class="vd-door__panel" d="M90 158l38 9v70l-38 -5zM90 246l38 4v76l-38 -5z"/>
<path class="vd-door__brass" d="M97 238l24 3v7l-24 -3z"/>
<circle class="vd-door__brass" cx="131" cy="256" r="5"/>
<circle class="vd-door__plate" cx="274" cy="214" r="12"/>
<circle class="vd-door__brass" cx="274" cy="214" r="7"/>
<path class="vd-door__step" d="M50 340h220v14H50zM34 354h252v26H34z"/>
<path class="vd-door__beam" d="M112 340h128l34 40H96z"/>
</svg>`)
}
