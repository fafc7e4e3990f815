package org.safepassage.redact.recognisers;

import java.util.Set;

/// Words of many places of work, in three languages: what an employer is and under which law. All in lower case.
final class WorkplaceWords {
    private static final Set<String> GENERIC = Set.of("""
            завод фабрика школа больница бальніца университет універсітэт институт інстытут колледж каледж
            гимназия гімназія поликлиника паліклініка детский дзіцячы сад садок клуб центр цэнтр магазин крама
            редакция рэдакцыя газеты предприятие прадпрыемства компания кампанія
            ооо оао зао чуп ип рупп руп аат тдт
            городская гарадская областная абласная районная раённая средняя сярэдняя
            клиническая клінічная государственный дзяржаўны минский мінскі имени імя им
            и і на в у
            the of school hospital university factory plant works city company ltd llc
            """.strip().split("\\s+"));

    private WorkplaceWords() {}

    /// Whether a word tells no place of work from another.
    static boolean isGeneric(String word) {
        return GENERIC.contains(word);
    }
}
