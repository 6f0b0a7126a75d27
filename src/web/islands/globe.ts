// <kembar-globe>: the globe that turns. The ties it draws are read from the list beside it, so both always say the same.
import { geoOrthographic, geoPath } from 'd3-geo'

type Point = [lon: number, lat: number]

interface World {
  readonly land: readonly (readonly (readonly number[])[])[]
  readonly places: readonly number[]
  readonly weights: string
}

const STEP = 12
const TURNS: Readonly<Record<string, Point>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, STEP],
  ArrowDown: [0, -STEP],
}

function unfold(steps: readonly number[]): Point[] {
  const points: Point[] = []
  let [x, y] = [0, 0]
  for (let i = 0; i < steps.length; i += 2) {
    x += steps[i]
    y += steps[i + 1]
    points.push([x / 10, y / 10])
  }
  return points
}

/** Unit vectors, so that turning the globe costs a few multiplications a point. */
function vectors(points: readonly Point[]): Float32Array {
  const flat = new Float32Array(points.length * 3)
  points.forEach(([lon, lat], i) => {
    const [l, p] = [(lon * Math.PI) / 180, (lat * Math.PI) / 180]
    flat.set([Math.cos(p) * Math.sin(l), Math.sin(p), Math.cos(p) * Math.cos(l)], i * 3)
  })
  return flat
}

class Globe extends HTMLElement {
  #canvas = document.createElement('canvas')
  #projection = geoOrthographic().clipAngle(90).precision(0.5)
  #land: GeoJSON.MultiPolygon | undefined
  #places: Float32Array = new Float32Array(0)
  #weights = ''
  #home: Point = [0, 0]
  #partners: Point[] = []
  #centre: Point = [0, 0]
  #frame = 0
  #still = matchMedia('(prefers-reduced-motion: reduce)')

  async connectedCallback(): Promise<void> {
    const answer = await fetch(this.dataset.world ?? '')
    if (!answer.ok) return
    const world = (await answer.json()) as World
    this.#land = { type: 'MultiPolygon', coordinates: world.land.map((polygon) => polygon.map(unfold)) }
    this.#places = vectors(unfold(world.places))
    this.#weights = world.weights
    this.#home = [Number(this.dataset.lon), Number(this.dataset.lat)]
    const list = document.getElementById(this.dataset.list ?? '')
    this.#partners = [...(list?.querySelectorAll<HTMLElement>('[data-lon]') ?? [])].map((item) => [
      Number(item.dataset.lon),
      Number(item.dataset.lat),
    ])
    this.#centre = [this.#home[0], this.#home[1] * 0.6 + 6]
    this.#build()
    new ResizeObserver(() => this.#redraw()).observe(this.#canvas)
  }

  #build(): void {
    const canvas = this.#canvas
    canvas.tabIndex = 0
    canvas.setAttribute('role', 'img')
    canvas.setAttribute('aria-label', this.dataset.label ?? '')
    canvas.addEventListener('keydown', (event) => {
      const turn = TURNS[event.key]
      if (turn === undefined) return
      event.preventDefault()
      this.#turnTo([this.#centre[0] + turn[0], this.#centre[1] + turn[1]])
    })
    canvas.addEventListener('pointerdown', (event) => {
      canvas.setPointerCapture(event.pointerId)
    })
    canvas.addEventListener('pointermove', (event) => {
      if (!canvas.hasPointerCapture(event.pointerId)) return
      const degrees = 114.6 / canvas.clientWidth
      this.#moveTo([this.#centre[0] - event.movementX * degrees, this.#centre[1] + event.movementY * degrees])
    })
    this.querySelector('.globe-picture')?.replaceChildren(canvas)
    const buttons = this.querySelector<HTMLElement>('.globe-turn')
    if (buttons !== null) buttons.hidden = false
    for (const button of buttons?.querySelectorAll('button') ?? []) {
      button.addEventListener('click', () => {
        const [x, y] = TURNS[button.value] ?? [0, 0]
        this.#turnTo([this.#centre[0] + x * 2, this.#centre[1] + y * 2])
      })
    }
  }

  #moveTo([lon, lat]: Point): void {
    this.#centre = [((lon + 540) % 360) - 180, Math.max(-80, Math.min(80, lat))]
    this.#redraw()
  }

  /** Glides, or jumps where the reader asked for less motion. */
  #turnTo(target: Point): void {
    if (this.#still.matches) return this.#moveTo(target)
    const [from, started] = [this.#centre, performance.now()]
    const glide = (now: number): void => {
      const part = Math.min(1, (now - started) / 260)
      const eased = 1 - (1 - part) ** 3
      this.#moveTo([from[0] + (target[0] - from[0]) * eased, from[1] + (target[1] - from[1]) * eased])
      if (part < 1) requestAnimationFrame(glide)
    }
    requestAnimationFrame(glide)
  }

  #redraw(): void {
    cancelAnimationFrame(this.#frame)
    this.#frame = requestAnimationFrame(() => this.#draw())
  }

  #draw(): void {
    const canvas = this.#canvas
    const size = canvas.clientWidth
    const context = canvas.getContext('2d')
    if (context === null || size === 0) return
    const density = Math.min(2, devicePixelRatio)
    canvas.width = canvas.height = Math.round(size * density)
    context.scale(density, density)
    const radius = size / 2 - 4
    this.#projection
      .rotate([-this.#centre[0], -this.#centre[1]])
      .translate([size / 2, size / 2])
      .scale(radius)
    const path = geoPath(this.#projection, context)
    const fill = (shape: GeoJSON.MultiPolygon | { type: 'Sphere' }, style: string): void => {
      context.beginPath()
      path(shape)
      context.fillStyle = style
      context.fill()
    }
    fill({ type: 'Sphere' }, '#dfe9ea')
    if (this.#land !== undefined) fill(this.#land, '#faf5ea')
    context.strokeStyle = '#d9cfba'
    context.lineWidth = 0.6
    context.stroke()
    this.#drawPlaces(context, size / 2, radius)
    context.strokeStyle = '#a4471e'
    context.lineWidth = 1.8
    context.lineCap = 'round'
    context.beginPath()
    for (const partner of this.#partners) path({ type: 'LineString', coordinates: [this.#home, partner] })
    context.stroke()
    for (const partner of this.#partners) this.#drawEnd(context, partner, 4.5, '#a4471e')
    this.#drawEnd(context, this.#home, 7, '#0f5c63')
  }

  #drawPlaces(context: CanvasRenderingContext2D, middle: number, radius: number): void {
    const [l, p] = this.#centre.map((degrees) => (degrees * Math.PI) / 180)
    const [sinL, cosL, sinP, cosP] = [Math.sin(l), Math.cos(l), Math.sin(p), Math.cos(p)]
    const scale = radius / 270
    context.fillStyle = 'rgb(141 122 92 / 50%)'
    for (let i = 0; i < this.#weights.length; i++) {
      const [x, y, z] = [this.#places[i * 3], this.#places[i * 3 + 1], this.#places[i * 3 + 2]]
      const turned = z * cosL + x * sinL
      if (y * sinP + turned * cosP <= 0) continue
      const side = (0.7 + Number(this.#weights[i]) * 0.5) * scale
      context.fillRect(
        middle + radius * (x * cosL - z * sinL) - side / 2,
        middle - radius * (y * cosP - turned * sinP) - side / 2,
        side,
        side,
      )
    }
  }

  #drawEnd(context: CanvasRenderingContext2D, point: Point, size: number, style: string): void {
    // A projected path of one point is empty on the far side; the plain projection is not.
    const path = geoPath(this.#projection, context).pointRadius(size)
    context.beginPath()
    path({ type: 'Point', coordinates: point })
    context.fillStyle = style
    context.fill()
    context.lineWidth = 1.8
    context.strokeStyle = '#fff'
    context.stroke()
  }
}

customElements.define('kembar-globe', Globe)
