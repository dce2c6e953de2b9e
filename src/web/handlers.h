/* handlers: the pages, a file for each. routes.c says which address leads to which. Private to web. */
#ifndef COMITY_WEB_HANDLERS_H
#define COMITY_WEB_HANDLERS_H

#include "web/page.h"

/* Begins a session, and sends its cookie. False when the store failed. In sign_in.c. */
bool sign_in_as(struct http_request *request, struct http_response *response, const char *person);

typedef void http_handler(struct http_request *request, struct http_response *response);

http_handler handle_asset;                                                           /* assets.c */
http_handler handle_security_txt, handle_help, handle_accessibility, handle_privacy; /* help.c */
http_handler handle_gallery;                                                         /* gallery.c */
http_handler handle_sign_in, handle_sign_in_sent, handle_sign_out;                   /* sign_in.c */
http_handler handle_invitation, handle_invitation_sent;                              /* invitation.c */
http_handler handle_language;                                                        /* language.c */
http_handler handle_public, handle_public_record;                                    /* public.c */
http_handler handle_receipt, handle_receipt_link, handle_receipt_sent;               /* receipt.c */
http_handler handle_held, handle_held_change, handle_held_undo, handle_held_send, handle_held_throw_away; /* held.c */
http_handler handle_home;                                                                                 /* home.c */
http_handler handle_duties;                                                                               /* duties.c */
http_handler handle_hand_over, handle_hand_over_sent;              /* hand_over.c */
http_handler handle_views, handle_views_sent, handle_views_remove; /* views.c */
http_handler handle_settings, handle_settings_sent;                /* settings.c */
http_handler handle_tour, handle_tour_seen;                        /* tour.c */
http_handler handle_notices;                                       /* notices.c */
http_handler handle_calendar, handle_calendar_file;                /* calendar.c */
http_handler handle_start, handle_start_form, handle_start_change, handle_start_check, handle_start_sent; /* start.c */
http_handler handle_start_found;                                                                          /* start.c */
http_handler handle_report;                                                                               /* report.c */
http_handler handle_records;                                                                          /* records.c */
http_handler handle_record_event;                                                                     /* record.c */
http_handler handle_record;                                                                           /* record.c */
http_handler handle_power, handle_power_change, handle_power_sent;                                    /* power.c */
http_handler handle_why;                                                                              /* why.c */
http_handler handle_people, handle_person;                                                            /* people.c */
http_handler handle_groups, handle_group, handle_services, handle_service;                            /* units.c */
http_handler handle_wards, handle_ward, handle_bodies, handle_body;                                   /* units.c */
http_handler handle_protocol, handle_protocol_clause, handle_protocol_procedure, handle_expectations; /* protocol.c */

#endif
