package org.tagwire.hashtag;

/**
 * One thing that speaks for or against a piece's being about a subject, and how much. All weights
 * of this stage stand here.
 *
 * <p>Found by {@code FitSalience} (core/src/tools, which tells the command) on the development sets
 * stream, stories, tags and pages. By hand are those that the sets do not tell, since their labels
 * are names that headlines and publishers choose: the publisher's tag, words of the language, and
 * whose office it is; and the title counts 0.3 more than fitted, as readers judged.
 */
enum Feature {
  ALWAYS("always", -3.13),
  IN_TITLE("in the title", 0.9),
  FIRST_IN_TITLE("first in the title", 0.1),
  PERSON_IN_TITLE("person in the title", 0.18),
  PLACE_IN_TITLE("place in the title", 0.0),
  FIRST_SENTENCE("in the first sentence", 0.07),
  LEAD("in the first three sentences", -0.09),
  EARLY("earliness", 1.75),
  SENTENCES("sentences that name it", 0.45),
  SHARE("share of the sentences of the most named", -0.13),
  MOST_NAMED("named most", 0.08),
  SPREAD("spread over the text", 0.46),
  ONCE("named once", -0.78),
  FIRST_NAMED("named before all others in the text", 0.08),
  LEAD_SHARE("in the first three sentences, by its share", -0.24),
  UNTITLED_FIRST("in the first sentence, no title", 0.24),
  UNTITLED_SHARE("share, no title", 1.62),
  PUBLISHER("publisher's tag", 1.6),
  PERSON("person", 0.03),
  ORGANISATION("organisation", -0.14),
  PLACE("place", -0.20),
  WORK("work", 0.26),
  EVENT("event", 0.44),
  COMMON("words of the language", -0.4),
  SEVERAL("several words", -0.33),
  SURNAME_ONLY("person without a first name", -0.39),
  COUNTRY("country or big city", 0.02),
  KNOWN("known to the stream", 0.21),
  USUAL("usual in the stream", -0.95),
  INITIAL("only where sentences begin", 0.06),
  QUOTED("quoted", -0.14),
  OPENS("opens sentences", 0.07),
  SPEAKS("speaks", -0.36),
  LOCATED("where something happens", -0.02),
  ADJECTIVAL("place that says whose something is", -0.4),
  OFFICE("only tells whose office it is", -0.3),
  POSSESSIVE("has something", 0.44),
  CERTAIN("surely a name", -0.09),
  CROWDED("one of many in a sentence", -0.18),
  SHORTENED("has short forms", -0.04),
  TITLED("has a title", 0.02);

  private final String label;
  private final double weight;

  Feature(String label, double weight) {
    this.label = label;
    this.weight = weight;
  }

  String label() {
    return label;
  }

  double weight() {
    return weight;
  }
}
