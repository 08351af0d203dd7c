package org.tagwire.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tagwire.model.Knowledge;
import org.tagwire.model.Language;
import org.tagwire.model.Observation;
import org.tagwire.text.Sentences;
import org.tagwire.text.Token;
import org.tagwire.text.Tokens;

class NameMinerTest {
  private static final Language FRENCH = new Language("fr");

  private final Map<Knowledge.Scope, Map<String, Double>> counts = new HashMap<>();
  private final Knowledge knowledge =
      (scope, what) -> counts.getOrDefault(scope, Map.of()).getOrDefault(what, 0.0);
  private final NameMiner miner = NameMiner.in(FRENCH, knowledge);

  private static Observation observed(String text, Language language) {
    List<List<Token>> sentences = Sentences.of(text).stream().map(Tokens::of).toList();
    return NameMiner.observe(sentences, language);
  }

  private void read(String text) {
    for (Observation.Sighting seen : observed(text, FRENCH).sightings()) {
      counts
          .computeIfAbsent(seen.scope(), s -> new HashMap<>())
          .merge(seen.what(), seen.weight(), Double::sum);
    }
  }

  private double certainty(String phrase) {
    return miner.look(phrase).map(Mined::certainty).orElse(0.0);
  }

  /** A month of an invented newspaper: some names come often, each article has others too. */
  private void readAMonth() {
    for (int i = 0; i < 30; i++) {
      String town = List.of("Valbrune", "Port-Lauzet", "Miremont", "Crozeville").get(i % 4);
      String other = "Bastien Corvault" + "abcdefghij".charAt(i % 10);
      read(
          "Le conseil de "
              + town
              + " a reçu Élodie Marquenterre, qui dirige la Banque Ferrand. "
              + "Selon "
              + other
              + ", le maire de "
              + town
              + " hésite. Lundi, la Banque Ferrand a dit que Élodie Marquenterre irait à "
              + town
              + ". Le projet, selon le Projet lui-même, attend.");
    }
  }

  @Test
  void aNameThatComesOftenIsOne() {
    readAMonth();
    assertThat(certainty("Élodie Marquenterre")).isGreaterThan(0.8);
    assertThat(certainty("élodie marquenterre".toUpperCase(Locale.ROOT))).isGreaterThan(0.8);
    assertThat(certainty("Banque Ferrand")).isGreaterThan(0.8);
    assertThat(certainty("Valbrune")).isGreaterThan(0.8);
  }

  @Test
  void aPartThatNeverStandsAloneIsNone() {
    readAMonth();
    assertThat(certainty("Élodie")).isLessThan(0.1);
    assertThat(certainty("Ferrand")).isLessThan(0.1);
  }

  @Test
  void aWordThatIsAlsoWrittenSmallIsNone() {
    readAMonth();
    assertThat(miner.look("Projet"))
        .hasValueSatisfying(m -> assertThat(m.capital()).isLessThan(0.1));
    assertThat(certainty("Projet")).isLessThan(0.1);
  }

  @Test
  void whatWasNeverSeenIsNotKnown() {
    readAMonth();
    assertThat(miner.look("Tilbert Ostrevant")).isEmpty();
    assertThat(miner.look("")).isEmpty();
    assertThat(miner.look("—")).isEmpty();
  }

  @Test
  void cutsTwoNamesThatStandSideBySide() {
    readAMonth();
    String text = "hier, selon Valbrune Élodie Marquenterre était absente";
    List<Token> tokens = Tokens.of(text);
    List<String> said =
        miner.cut(tokens).stream()
            .map(n -> text.substring(tokens.get(n.from()).start(), tokens.get(n.to() - 1).end()))
            .toList();
    assertThat(said).containsExactly("Valbrune", "Élodie Marquenterre");
  }

  @Test
  void aRunNobodyHasSeenStaysWholeAndIsNotBelieved() {
    List<Name> names = miner.cut(Tokens.of("selon Tilbert Ostrevant demain"));
    assertThat(names).singleElement().extracting(Name::certainty).isEqualTo(0.0);
  }

  @Test
  void anArticleTeachesEachThingOnce() {
    Observation observation = observed("Ici Mara Lune. Là Mara Lune. Oui, Mara Lune.", FRENCH);
    assertThat(observation.sightings()).doesNotHaveDuplicates();
    assertThat(observation.sightings())
        .extracting(Observation.Sighting::what)
        .contains("mara lune");
  }

  @Test
  void theFirstWordOfASentenceTeachesNothingAlone() {
    assertThat(observed("Demain sera un autre jour.", FRENCH).sightings())
        .extracting(Observation.Sighting::what)
        .doesNotContain("demain");
  }

  @Test
  void headlinesTeachNothing() {
    assertThat(observed("Great Northern Railway Cuts Forty Trains.", Language.ENGLISH).sightings())
        .extracting(Observation.Sighting::what)
        .noneMatch(what -> what.contains("railway"));
  }

  @Test
  void whereEveryNounHasACapitalThereIsNothingToLearn() {
    Language german = new Language("de");
    assertThat(observed("Der Rat von Elmstadt lud die Bank und das Volk ein.", german))
        .isEqualTo(Observation.NONE);
  }

  @Test
  void aBookOfNamesTeachesNoMoreThanAnArticle() {
    StringBuilder book = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      String letters = Integer.toString(i, 26).replaceAll("[0-9]", "q");
      book.append("puis Zed").append(letters).append(" Bor").append(letters).append(" vint. ");
    }
    assertThat(observed(book.toString(), FRENCH).sightings().size()).isLessThan(300);
  }
}
