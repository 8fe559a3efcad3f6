// Light or dark: the integrator says `light`, `dark` or `auto`, and `auto` follows the resident's own choice.

export function followScheme(host: HTMLElement, wish: string): void {
  const prefersDark = matchMedia('(prefers-color-scheme: dark)')
  const draw = (): void =>
    void host.toggleAttribute('data-dark', wish === 'dark' || (wish === 'auto' && prefersDark.matches))
  prefersDark.addEventListener('change', draw)
  draw()
}
