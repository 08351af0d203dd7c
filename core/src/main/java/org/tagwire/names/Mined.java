package org.tagwire.names;

/**
 * What the stream has shown of a sequence of words.
 *
 * @param seen how often it was seen lately, inside sentences, as a decayed count
 * @param capital how much of the time its words are written with capitals where nothing but a name
 *     asks for them, from 0 to 1
 * @param cohesion how much its words belong together: how often they stand side by side against how
 *     often each stands without the others, from 0 to 1
 * @param bounded how rarely the sequence goes on with another capitalised word on either side, from
 *     0 to 1
 * @param certainty how sure it is a name as a whole, from 0 to 1
 */
public record Mined(
    double seen, double capital, double cohesion, double bounded, double certainty) {}
