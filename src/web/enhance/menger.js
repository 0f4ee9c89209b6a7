// The way of this page to the mixer, while somebody is on an ordinary telephone: one connection, in which everybody is
// heard. A new one is there before the old one goes.

/** Named limits, in milliseconds: so long ways are gathered before the offer goes; so long after a failure it is tried again. */
const VERZAMEL = 1_000
const OPNIEUW = 2_000

/**
 * @param {object} delen
 * @param {MediaStreamTrack | undefined} delen.stem
 * @param {(bericht: object) => void} delen.stuur
 * @param {HTMLElement} delen.plek Where sound comes out.
 * @param {() => RTCConfiguration} delen.ijs
 * @param {() => boolean} delen.isStil Whoever is on hold hears nothing.
 * @param {(isAan: boolean) => void} delen.gewijzigd
 */
export function maakMenger({ stem, stuur, plek, ijs, isStil, gewijzigd }) {
  let moet = false
  let isAan = false
  /** @type {{ pc: RTCPeerConnection, geluid: HTMLAudioElement } | undefined} */
  let nu
  /** @type {{ pc: RTCPeerConnection, geluid: HTMLAudioElement, weg: string } | undefined} */
  let komt

  const sluit = (/** @type {typeof nu} */ een) => {
    if (een === undefined) return
    een.pc.onconnectionstatechange = null
    een.pc.close()
    een.geluid.remove()
  }
  const meld = (/** @type {boolean} */ wel) => {
    if (wel === isAan) return
    isAan = wel
    gewijzigd(wel)
  }
  const opnieuw = (/** @type {RTCPeerConnection} */ pc) => {
    if (pc === nu?.pc) {
      sluit(nu)
      nu = undefined
      meld(false)
    } else if (pc === komt?.pc) {
      sluit(komt)
      komt = undefined
    } else return
    setTimeout(() => {
      if (moet && nu === undefined && komt === undefined) void begin()
    }, OPNIEUW)
  }

  const begin = async () => {
    sluit(komt)
    const pc = new RTCPeerConnection(ijs())
    const geluid = document.createElement('audio')
    geluid.autoplay = true
    geluid.muted = isStil()
    geluid.dataset.menger = ''
    plek.append(geluid)
    const deze = { pc, geluid, weg: crypto.randomUUID() }
    komt = deze
    if (stem) pc.addTrack(stem, new MediaStream([stem]))
    else pc.addTransceiver('audio', { direction: 'recvonly' })
    pc.ontrack = ({ track }) => {
      geluid.srcObject = new MediaStream([track])
      geluid.play().catch(() => {})
    }
    pc.onconnectionstatechange = () => {
      if (pc.connectionState === 'connected' && komt === deze) {
        sluit(nu)
        nu = deze
        komt = undefined
        meld(true)
      }
      if (pc.connectionState === 'failed' || pc.connectionState === 'closed') opnieuw(pc)
    }
    await pc.setLocalDescription(await pc.createOffer())
    await verzameld(pc)
    if (komt !== deze || !pc.localDescription) return
    stuur({ soort: 'meng', weg: deze.weg, sdp: pc.localDescription.sdp })
    setTimeout(() => {
      if (komt === deze) opnieuw(pc)
    }, 10 * VERZAMEL)
  }

  return {
    isAan: () => isAan,
    /** `isNet`: on a new wire, perhaps to another node, which holds no way of ours. */
    zet: (/** @type {boolean} */ wel, isNet = false) => {
      const was = moet
      moet = wel
      if (wel && (!was || isNet)) return void begin()
      if (wel || !was) return
      for (const een of [nu, komt]) sluit(een)
      nu = undefined
      komt = undefined
      meld(false)
    },
    antwoord: async (/** @type {{ weg: string, sdp?: string }} */ { weg, sdp }) => {
      if (komt === undefined || komt.weg !== weg) return
      const { pc } = komt
      if (sdp === undefined) return opnieuw(pc)
      await pc.setRemoteDescription({ type: 'answer', sdp }).catch(() => opnieuw(pc))
    },
  }
}

/** @param {RTCPeerConnection} pc */
function verzameld(pc) {
  if (pc.iceGatheringState === 'complete') return Promise.resolve()
  return new Promise((klaar) => {
    pc.onicegatheringstatechange = () => {
      if (pc.iceGatheringState === 'complete') klaar(undefined)
    }
    setTimeout(klaar, VERZAMEL)
  })
}
