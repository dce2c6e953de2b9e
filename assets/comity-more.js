// The components that comity.js fetches only where they are needed.
import { Accordion } from 'govuk-frontend/dist/govuk/components/accordion/accordion.mjs'
import { FileUpload } from 'govuk-frontend/dist/govuk/components/file-upload/file-upload.mjs'
import { Tabs } from 'govuk-frontend/dist/govuk/components/tabs/tabs.mjs'
import { SortableTable } from '@ministryofjustice/frontend/moj/components/sortable-table/sortable-table.mjs'
import { createAll } from 'govuk-frontend/dist/govuk/init.mjs'

createAll(Accordion)
createAll(FileUpload)
createAll(SortableTable)
createAll(Tabs)
