package org.tagwire.server.contact;

import org.tagwire.server.page.Frame;

/**
 * How a notice stands.
 *
 * @param frame what stands around it
 * @param state in a sentence
 * @param kind what it is about
 * @param received when it came in
 * @param about the page it is about; empty for the site
 * @param hidden that a tag is hidden meanwhile; empty for none
 * @param answer the owner's words; empty for none
 */
public record NoticeStateView(
    Frame frame,
    String state,
    String kind,
    String received,
    String about,
    String hidden,
    String answer) {}
