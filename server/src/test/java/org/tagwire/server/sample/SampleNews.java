package org.tagwire.server.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Category;
import org.tagwire.model.Language;
import org.tagwire.model.Moment;
import org.tagwire.model.SourceId;
import org.tagwire.model.TagKind;

/** News about an actor who does not exist, from publishers who do not either. */
public final class SampleNews {
  /** When the sample's readers read. */
  public static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

  private static final String ACTOR = "Mara Ellington";
  private static final String FILM = "The Salt Road";
  private static final Moment DAY_ONLY = Moment.ofDay(LocalDate.of(2026, 1, 14), ZoneOffset.UTC);

  private SampleNews() {}

  /** Prints five English articles about the actor, two Arabic ones, and some others. */
  public static Newsroom fill(String pictures) {
    Newsroom newsroom = new Newsroom();
    ArticleId premiere = premiere(newsroom, pictures);
    copies(newsroom, premiere);
    others(newsroom, pictures, premiere);
    arabic(newsroom);
    newsroom.publishers().file("Culture/Film", new SourceId(1));
    return newsroom;
  }

  private static ArticleId premiere(Newsroom newsroom, String pictures) {
    return Dispatch.of("Mara Ellington opens the harbour festival with a film shot on foot", NOW)
        .by("Ines Calloway")
        .at("2026-03-10T09:20:00Z")
        .changed("2026-03-10T10:05:00Z")
        .picture(pictures + "/1.svg")
        .excerpt("Mara Ellington walked 214 kilometres of coast for the film that opened the festival.")
        .saying(
            "Mara Ellington walked 214 kilometres of coast for the film that opened the harbour festival on Monday night, and"
                + " said she would do it again \u201Ctomorrow, with better shoes\u201D.",
            "\u201CThe Salt Road\u201D follows a customs officer who decides to deliver a letter by hand. It was shot in order,"
                + " in daylight, by a crew of nine who slept where the scenes ended. The audience in the old fish hall stood"
                + " for six minutes.",
            "The festival runs until Sunday. Its jury, chaired by the composer Odile Marchetti, will name the winner at noon on"
                + " the last day, as it has done since the first edition in a school gymnasium.",
            "Ellington, 41, last appeared in a serial about a lighthouse. She told reporters that she had kept the letter.")
        .about(ACTOR, TagKind.PERSON)
        .about(FILM, TagKind.WORK)
        .about("Harbour Festival", TagKind.EVENT)
        .mentions("Odile Marchetti", TagKind.PERSON)
        .print(newsroom);
  }

  private static void copies(Newsroom newsroom, ArticleId premiere) {
    Dispatch.of("Ellington film shot on foot opens harbour festival", NOW)
        .from("portcourier.example", "Port Courier")
        .ofOrigin("The Daily Orrery")
        .at("2026-03-10T09:50:00Z")
        .saying("Mara Ellington walked 214 kilometres of coast for the film that opened the harbour festival.")
        .about(ACTOR, TagKind.PERSON)
        .copyOf(premiere)
        .story(premiere)
        .print(newsroom);
    Dispatch.of("A film shot on foot", NOW)
        .from("lantern.example", "Lantern")
        .ofOrigin("The Daily Orrery")
        .at("2026-03-10T10:30:00Z")
        .saying("Mara Ellington walked 214 kilometres of coast for the film that opened the harbour festival.")
        .about(ACTOR, TagKind.PERSON)
        .copyOf(premiere)
        .story(premiere)
        .print(newsroom);
  }

  private static void others(Newsroom newsroom, String pictures, ArticleId premiere) {
    Dispatch.of("Six minutes of applause in the fish hall", NOW)
        .from("lantern.example", "Lantern")
        .at("2026-03-09T22:15:00Z")
        .saying("The hall smelled of salt and paint. When the letter was handed over, nobody spoke.")
        .about(FILM, TagKind.WORK)
        .about(ACTOR, TagKind.PERSON)
        .story(premiere)
        .print(newsroom);
    Dispatch.of("Lighthouse serial gets a second winter", NOW)
        .from("screenweek.example", "Screen Week")
        .ofOrigin("Northern Wire")
        .at("2026-03-06T08:00:00Z")
        .picture(pictures + "/2.svg")
        .saying("The serial about a lighthouse keeper and her accountant returns in December with eight new parts.")
        .about("Northlight Studios", TagKind.ORGANISATION)
        .mentions(ACTOR, TagKind.PERSON)
        .print(newsroom);
    Dispatch.of("City council counts the cost of the festival quarter", NOW)
        .from("portcourier.example", "Port Courier")
        .at("2026-02-20T16:40:00Z")
        .in(Category.POLITICS)
        .saying("Every second seat was taken by somebody from out of town, the council heard on Friday.")
        .about("Harbour Festival", TagKind.EVENT)
        .mentions(ACTOR, TagKind.PERSON)
        .print(newsroom);
    Dispatch.of("Actor lends her voice to a talking tram", NOW)
        .from("portcourier.example", "Port Courier")
        .at(DAY_ONLY)
        .in(Category.LIFESTYLE)
        .saying("Line 4 now announces its stops in a voice many know from the cinema.")
        .about(ACTOR, TagKind.PERSON)
        .print(newsroom);
  }

  private static void arabic(Newsroom newsroom) {
    Dispatch.of("مارا إلينغتون تفتتح مهرجان الميناء بفيلم صُوّر سيرًا على الأقدام", NOW)
        .in(Language.ARABIC)
        .from("almarsa.example", "المرسى اليومي")
        .at("2026-03-08T11:00:00Z")
        .saying("سارت الممثلة مارا إلينغتون 214 كيلومترًا على الساحل من أجل الفيلم الذي افتتح المهرجان مساء الاثنين.")
        .about(ACTOR, TagKind.PERSON)
        .about("مهرجان الميناء", TagKind.EVENT)
        .print(newsroom);
    Dispatch.of("مهرجان الميناء يعلن لجنة تحكيمه", NOW)
        .in(Language.ARABIC)
        .from("almarsa.example", "المرسى اليومي")
        .at("2026-01-30T11:00:00Z")
        .saying("أعلن المهرجان أسماء لجنة التحكيم برئاسة الموسيقية أوديل ماركيتي.")
        .about("مهرجان الميناء", TagKind.EVENT)
        .mentions(ACTOR, TagKind.PERSON)
        .print(newsroom);
  }
}
