package org.tagwire.server.web;

import org.tagwire.ingest.Ombudsman;
import org.tagwire.ingest.Rulebook;
import org.tagwire.ingest.Takedowns;

/**
 * How a site makes good what is wrong with it.
 *
 * @param ombudsman who hears what readers object to
 * @param takedowns who takes away for good
 * @param rulebook who takes tags off articles
 */
public record Redress(Ombudsman ombudsman, Takedowns takedowns, Rulebook rulebook) {}
