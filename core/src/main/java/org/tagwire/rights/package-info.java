/**
 * What may be fetched, kept and shown, and whose names: the law and the manners of Tagwire, in one
 * place.
 *
 * <p>In the order in which an article meets them:
 *
 * <ul>
 *   <li>{@link org.tagwire.rights.PageRights}: may the page be fetched at all, and why not;
 *   <li>{@link org.tagwire.rights.PublisherSignals}: what headers and page say, as {@link
 *       org.tagwire.model.ShowLimits}; of two signals the more restrictive wins;
 *   <li>{@link org.tagwire.rights.TdmReservations}: the site-wide text-mining reservation;
 *   <li>{@link org.tagwire.rights.Excerpts}: the one passage of an article that anybody may see;
 *   <li>{@link org.tagwire.rights.People}: when a person's page exists for strangers, and whose
 *       never does;
 *   <li>{@link org.tagwire.rights.Suppressions}: names that are hidden for good, known by hash
 *       only;
 *   <li>{@link org.tagwire.rights.Modes}: who needs a password.
 * </ul>
 *
 * <p>Everything is a pure function of its arguments and safe to call from any thread. The lawful
 * choice is the default; what an owner may loosen is a parameter. No other package may decide any
 * of this, and this one may never look at a clock, the network or the store. Not legal advice: law
 * differs by country, and the operator answers for the instance.
 */
@NullMarked
package org.tagwire.rights;

import org.jspecify.annotations.NullMarked;
