package org.tagwire.hashtag;

import org.tagwire.names.Lexicon;
import org.tagwire.names.NameTagger;

/**
 * What is known of words before anything is read; made once.
 *
 * @param lexicon what English words and names usually are
 * @param cues what the words beside a name tell
 * @param topics subjects that are no names
 * @param tagger finds English names
 */
record Words(Lexicon lexicon, Cues cues, Topics topics, NameTagger tagger) {
  static Words load() {
    NameTagger tagger = NameTagger.load();
    return new Words(tagger.lexicon(), Cues.load(), Topics.load(), tagger);
  }
}
