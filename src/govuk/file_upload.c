#include "govuk/govuk_private.h"

static void drop_zone_begin(struct html *out, const struct govuk_file_upload *upload) {
    govuk_open(out, "<div class=\"govuk-file-upload-wrapper", upload->wrapper_classes, &upload->wrapper_attributes);
    html_put(out, " data-module=\"govuk-file-upload\"");
    html_optional(out, "data-i18n.choose-files-button", upload->choose_files_button_text);
    html_optional(out, "data-i18n.no-file-chosen", upload->no_file_chosen_text);
    govuk_plural_attributes(out, "multiple-files-chosen", &upload->multiple_files_chosen_text);
    html_optional(out, "data-i18n.drop-instruction", upload->drop_instruction_text);
    html_optional(out, "data-i18n.entered-drop-zone", upload->entered_drop_zone_text);
    html_optional(out, "data-i18n.left-drop-zone", upload->left_drop_zone_text);
    html_put(out, ">");
}

void govuk_file_upload(struct html *out, const struct govuk_file_upload *upload) {
    const struct govuk_field field = {.label = &upload->label,
                                      .hint = &upload->hint,
                                      .error_message = &upload->error_message,
                                      .id = govuk_or(upload->id, upload->name),
                                      .described_by = {.base = upload->described_by},
                                      .form_group = &upload->form_group};
    govuk_field_open(out, &field, NULL);
    govuk_field_label(out, &field);
    govuk_field_messages(out, &field);
    govuk_field_before(out, &field);
    if (upload->javascript)
        drop_zone_begin(out, upload);
    html_put(out, "<input class=\"govuk-file-upload");
    govuk_classes(out, upload->classes);
    if (govuk_field_has_error(&field))
        html_put(out, " govuk-file-upload--error");
    html_put(out, "\"");
    html_attribute(out, "id", field.id);
    html_attribute(out, "name", upload->name);
    html_put(out, " type=\"file\"");
    if (upload->disabled)
        html_put(out, " disabled");
    if (upload->multiple)
        html_put(out, " multiple");
    govuk_field_described_by(out, &field);
    govuk_attributes(out, &upload->attributes);
    html_put(out, ">");
    if (upload->javascript)
        html_put(out, "</div>");
    govuk_field_after(out, &field);
    html_put(out, "</div>");
}
