/**
 * What pages, feeds and the API have in common: who may come in, for whom an answer is, where
 * things stand.
 *
 * <p>Start with {@link org.tagwire.server.web.Admission}: one pure decision over one request, made
 * before anything else happens. What it lets in becomes a {@link org.tagwire.server.web.Visit}, is
 * answered with a {@link org.tagwire.server.web.Reply}, and finds everything to ask in {@link
 * org.tagwire.server.web.SiteContext}. All addresses of the site are made by {@link
 * org.tagwire.server.web.Addresses} and by nothing else, so that a path prefix cannot be forgotten.
 *
 * <p>A handler is given a visit and returns a reply; it must never touch the HTTP request or
 * response itself, decide who somebody is, or ask a store or an index for an audience other than
 * the visit's.
 */
@NullMarked
package org.tagwire.server.web;

import org.jspecify.annotations.NullMarked;
