/* service_month: on a service's page, what became of the requests of a month. Private to web. */
#ifndef COMITY_WEB_SERVICE_MONTH_H
#define COMITY_WEB_SERVICE_MONTH_H

#include "web/page.h"

/* Reads the month that is asked for; false, with the error's page, when there is none such or the db failed. */
bool service_month_read(struct http_request *request, struct http_response *response, const char *service,
                        struct view_service_month *view_r);
void service_month_draw(struct html *out, struct http_request *request, const char *service,
                        const struct view_service_month *view);

#endif
