package org.safepassage.redact.recognisers;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safepassage.redact.text.NormalText;

/// Phone numbers: whatever libphonenumber takes for one of Belarus and its neighbours, numbers written with a plus, and
/// digits behind a word that announces a phone.
public final class PhoneRecogniser implements Recogniser {
    private static final List<String> REGIONS = List.of("BY", "RU", "UA", "PL", "LT");
    private static final GatedPatterns CANDIDATE = GatedPatterns.of("[+(]?\\d(?:[ ().\\-/]{0,3}\\d){5,14}");
    /// Which of somebody's phones it is.
    private static final String KIND =
            "домашн\\p{L}{1,3}|хатні\\p{L}{0,2}|рабоч\\p{L}{1,3}|служебн\\p{L}{1,3}|службов\\p{L}{1,3}|мобильн\\p{L}{1,3}|мабільн\\p{L}{1,3}"
                    + "|городск\\p{L}{1,3}|гарадск\\p{L}{1,3}|контактн\\p{L}{1,3}|кантактн\\p{L}{1,3}|личн\\p{L}{1,3}|асабіст\\p{L}{1,3}|number|home|work";

    private static final Pattern CUE = Pattern.compile(
            "(?:тел|телефон|телефону|телефона|моб|мобильный|мабільны|тэл|тэлефон|тэлефону|нумар|номер|звон\\p{L}*|phone|tel|mobile|cell"
                    + "|call|whatsapp|viber|signal|telegram|факс|fax)[ .:№]{0,4}(?:(?:[a-zа-яіў]{1,4}|" + KIND
                    + ")[ .:]{1,2})?$");
    private static final int CUE_REACH = 32;

    /// For the service loader.
    public PhoneRecogniser() {}

    @Override
    public String name() {
        return "phone";
    }

    @Override
    public List<Span> find(NormalText text, DetectionContext context) {
        var spans = new ArrayList<Span>();
        String lower = text.lower();
        CANDIDATE.each(lower, candidate -> weigh(lower, candidate, spans));
        return spans;
    }

    private static void weigh(String lower, Matcher candidate, List<Span> spans) {
        String written = candidate.group();
        int digits = (int) written.chars().filter(Character::isDigit).count();
        boolean glued = candidate.start() > 0 && Character.isLetterOrDigit(lower.charAt(candidate.start() - 1));
        boolean runsOn = candidate.end() < lower.length() && Character.isLetterOrDigit(lower.charAt(candidate.end()));
        if (glued || runsOn || digits > 15) {
            return;
        }
        String before = lower.substring(Math.max(0, candidate.start() - CUE_REACH), candidate.start());
        boolean announced = CUE.matcher(before).find();
        if (announced || (written.startsWith("+") && digits >= 9) || isPhone(written, digits)) {
            spans.add(Span.of(candidate.start(), candidate.end(), "CONTACT.PHONE", announced ? 0.95 : 0.9));
        }
    }

    private static boolean isPhone(String written, int digits) {
        if (digits < 9 || digits > 13 || Dates.looksNumeric(written)) {
            return false;
        }
        PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
        for (String region : REGIONS) {
            Iterable<PhoneNumberMatch> matches = phones.findNumbers(written, region, PhoneNumberUtil.Leniency.VALID, 2);
            if (matches.iterator().hasNext()) {
                return true;
            }
        }
        return false;
    }
}
