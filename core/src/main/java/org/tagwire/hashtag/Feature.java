package org.tagwire.hashtag;

/**
 * One thing that speaks for or against a piece's being about a subject, and how much. All weights of
 * this stage stand here.
 */
enum Feature {
  ALWAYS("always", -3.56),
  IN_TITLE("in the title", 1.0),
  FIRST_IN_TITLE("first in the title", 0.11),
  PERSON_IN_TITLE("person in the title", 0.21),
  PLACE_IN_TITLE("place in the title", 0.07),
  FIRST_SENTENCE("in the first sentence", 0.07),
  LEAD("in the first three sentences", -0.10),
  EARLY("earliness", 1.81),
  SENTENCES("sentences that name it", 0.47),
  SHARE("share of the sentences of the most named", 0.07),
  MOST_NAMED("named most", -0.04),
  SPREAD("spread over the text", 0.16),
  ONCE("named once", -0.75),
  FIRST_NAMED("named before all others in the text", 0.1),
  LEAD_SHARE("in the first three sentences, by its share", 0.1),
  UNTITLED_FIRST("in the first sentence, no title", 0.18),
  UNTITLED_SHARE("share, no title", 1.53),
  PUBLISHER("publisher's tag", 1.6),
  PERSON("person", 0.05),
  ORGANISATION("organisation", 0.07),
  PLACE("place", 0.08),
  WORK("work", 0.30),
  EVENT("event", 0.54),
  COMMON("words of the language", -1.4),
  SEVERAL("several words", -0.25),
  SURNAME_ONLY("person without a first name", 0.26),
  COUNTRY("country or big city", 0.31),
  KNOWN("known to the stream", 0.29),
  USUAL("usual in the stream", -2.09),
  INITIAL("only where sentences begin", 0.06),
  QUOTED("quoted", -0.02),
  OPENS("opens sentences", -0.05),
  SPEAKS("speaks", -0.41),
  LOCATED("where something happens", -0.06),
  ADJECTIVAL("place that says whose something is", -0.5),
  OFFICE("only tells whose office it is", -0.8),
  POSSESSIVE("has something", 0.25),
  CERTAIN("surely a name", 0.28),
  CROWDED("one of many in a sentence", -0.28),
  SHORTENED("has short forms", 0.31),
  TITLED("has a title", -0.46);

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
