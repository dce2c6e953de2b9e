// Improves pages that work without it. A module, so only browsers that GOV.UK Frontend supports run it.
import { Button } from 'govuk-frontend/dist/govuk/components/button/button.mjs'
import { CharacterCount } from 'govuk-frontend/dist/govuk/components/character-count/character-count.mjs'
import { Checkboxes } from 'govuk-frontend/dist/govuk/components/checkboxes/checkboxes.mjs'
import { ErrorSummary } from 'govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs'
import { NotificationBanner } from 'govuk-frontend/dist/govuk/components/notification-banner/notification-banner.mjs'
import { PasswordInput } from 'govuk-frontend/dist/govuk/components/password-input/password-input.mjs'
import { Radios } from 'govuk-frontend/dist/govuk/components/radios/radios.mjs'
import { ServiceNavigation } from 'govuk-frontend/dist/govuk/components/service-navigation/service-navigation.mjs'
import { SkipLink } from 'govuk-frontend/dist/govuk/components/skip-link/skip-link.mjs'
import { createAll } from 'govuk-frontend/dist/govuk/init.mjs'
import './draft.js' // before what follows looks at the fields

// ARIA does not allow aria-expanded on a radio, so it is taken away again: what a radio reveals comes next on the page.
class PlainRadios extends Radios {
  syncConditionalRevealWithInputState (input) {
    super.syncConditionalRevealWithInputState(input)
    input.removeAttribute('aria-expanded')
  }
}

// The styles hide what the components below reveal, so the mark comes first.
document.body.classList.add('js-enabled', 'govuk-frontend-supported')

for (const Component of [Button, CharacterCount, Checkboxes, ErrorSummary, NotificationBanner, PasswordInput, PlainRadios,
  ServiceNavigation, SkipLink]) {
  createAll(Component)
}

// Large components that few pages have are fetched by those. build.mjs puts the address in the place of COMITY_MORE.
if (document.querySelector('[data-module=govuk-accordion],[data-module=govuk-file-upload],[data-module=govuk-tabs],[data-module=moj-sortable-table]')) {
  import(COMITY_MORE)
}
if (/(^|; )shortcuts=yes/.test(document.cookie)) import(COMITY_SHORTCUTS)
