/**
 * The words with which paragraphs of a resolution open, in each of the six languages (P17). Our own lists, from general
 * knowledge of how such texts are written; they hold the usual words, and a pattern catches the regular forms that they miss.
 */
import type { Language } from "@concord/core/vocabulary";

export interface OpeningWords {
  /** Participles and adjectives, with what belongs to them: "recalling", "bearing in mind". Lower case. */
  preambular: readonly string[];
  /** Verbs in the third person of the present: "urges", "calls upon". Lower case. */
  operative: readonly string[];
  /** Adverbs and phrases that may stand before: "deeply", "with concern". */
  modifiers: readonly string[];
  /** The words that mark a second and a third use of a verb: also, further. */
  also: readonly string[];
  further: readonly string[];
  /** Form of a regular opening of each kind that no list holds. */
  regular: { preambular?: RegExp; operative?: RegExp };
  /** Words of the regular form that open nothing: "during", "nothing". */
  irregular: readonly string[];
}

const list = (text: string): string[] =>
  text
    .split(",")
    .map((word) => word.trim().replace(/\s+/g, " "))
    .filter((word) => word !== "");

const ENGLISH: OpeningWords = {
  preambular:
    list(`acknowledging, acting under, adhering, affirming, alarmed, anxious, appreciating, appreciative, aware, basing itself,
    bearing in mind, believing, calling, celebrating, cognizant, commemorating, commending, committed, concerned, condemning, confident,
    confirming, congratulating, conscious, considering, convinced, declaring, deploring, desiring, desirous, determined, dismayed, disturbed,
    drawing attention, emphasizing, encouraged, encouraging, endorsing, expecting, expressing, finding, fulfilling, gratified, guided,
    having adopted, having considered, having examined, having heard, having received, having regard, having reviewed, having studied,
    highlighting, honouring, hoping, inspired, keeping in mind, looking forward, mindful, noting, observing, outraged, paying tribute,
    pledging, profiting, pursuant, reaffirming, realizing, recalling, recognizing, referring, regretting, reiterating, remembering,
    reminding, resolved, resolute, respecting, saddened, saluting, satisfied, seeking, seized, shocked, stressing, striving, supporting,
    taking account, taking into account, taking into consideration, taking note, thanking, troubled, underlining, underscoring, urging,
    viewing, welcoming, wishing`),
  operative:
    list(`accepts, acknowledges, adopts, affirms, agrees, announces, appeals, appoints, appreciates, approves, asks, assures,
    authorizes, believes, calls, calls for, calls on, calls upon, commends, concludes, concurs, condemns, confirms, congratulates,
    considers, convenes, decides, declares, deems, demands, deplores, designates, determines, devotes, directs, draws attention, emphasizes,
    encourages, endorses, establishes, expects, expresses, extends, highlights, hopes, instructs, invites, launches, looks forward, notes,
    observes, opens, pays tribute, pledges, proclaims, reaffirms, reasserts, recalls, recognizes, recommends, regrets, reiterates, rejects,
    reminds, renews, repeats, requests, requires, resolves, salutes, stands ready, stresses, strives, suggests, supports, takes note,
    thanks, transmits, trusts, underlines, underscores, undertakes, urges, welcomes, wishes`),
  modifiers:
    list(`also, again, deeply, earnestly, equally, especially, expressly, extremely, firmly, fully, further, gravely, greatly, in particular,
    increasingly, keenly, once again, once more, particularly, profoundly, seriously, solemnly, specifically, strongly, urgently, vigorously,
    warmly, with appreciation, with concern, with deep concern, with grave concern, with interest, with regret, with satisfaction`),
  also: ["also"],
  further: ["further"],
  regular: { preambular: /^\p{Ll}{3,}ing$/u, operative: /^\p{Ll}{3,}[^s]s$/u },
  irregular:
    list(`during, nothing, something, anything, everything, king, being, according, regarding, including, concerning, trafficking,
    states, members, governments, persons, victims, women, nations, this, as, is, has, was, its, his, always, thus, perhaps, measures, parties`),
};

const FRENCH: OpeningWords = {
  preambular:
    list(`accueillant, affirmant, agissant, alarmé, alarmée, animé, animée, appréciant, approuvant, appuyant, attaché, attachée,
    attristé, attristée, ayant à l’esprit, ayant adopté, ayant entendu, ayant examiné, ayant étudié, ayant reçu, bouleversé, bouleversée,
    condamnant, confirmant, conscient, consciente, considérant, consterné, consternée, constatant, convaincu, convaincue, craignant,
    déclarant, demandant, déplorant, désirant, désireux, désireuse, déterminé, déterminée, encouragé, encouragée, encourageant, engageant,
    espérant, estimant, exprimant, faisant sien, faisant sienne, félicitant, fermement résolu, fermement résolue, gardant à l’esprit,
    gardant présent à l’esprit, guidé, guidée, horrifié, horrifiée, indigné, indignée, inquiet, inquiète, insistant, inspiré, inspirée,
    jugeant, mesurant, mettant en avant, mettant en relief, mettant l’accent, notant, observant, partageant, préoccupé, préoccupée, prenant
    acte, prenant en considération, prenant en compte, prenant note, profitant, proclamant, rappelant, réaffirmant, reconnaissant, regrettant,
    réitérant, remerciant, rendant hommage, résolu, résolue, sachant, saluant, satisfait, satisfaite, s’appuyant, se déclarant, se félicitant,
    se fondant, se référant, s’inquiétant, s’inspirant, soucieux, soucieuse, soulignant, souhaitant, soutenant, tenant compte, tenant à
    exprimer, troublé, troublée, vu, voulant`),
  operative:
    list(`accepte, accueille, adopte, affirme, annonce, appelle, appelle l’attention, apporte, apprécie, approuve, appuie, arrête,
    attend, autorise, charge, compte, condamne, confirme, considère, constate, convient, crée, décide, déclare, demande, demande instamment,
    déplore, désigne, donne, encourage, engage, enjoint, entend, espère, estime, est consciente, est convaincue, est d’avis, est préoccupée,
    exhorte, exige, exprime, fait appel, fait observer, fait sien, fait sienne, fait siennes, fait siens, félicite, forme, insiste, institue,
    invite, lance un appel, met en garde, met en relief, met l’accent, note, observe, préconise, prend acte, prend note, presse, prie, prie
    instamment, proclame, prononce, proroge, rappelle, réaffirme, recommande, reconnaît, regrette, réitère, rejette, remercie, rend hommage,
    renouvelle, réprouve, reste, salue, s’associe, se déclare, se dit, se félicite, se réjouit, s’engage, s’inquiète, signale, souhaite,
    souligne, souscrit, soutient, suggère, tient, tient à exprimer, transmet, voit`),
  modifiers:
    list(`à nouveau, de nouveau, également, aussi, en outre, de plus, énergiquement, expressément, extrêmement, fermement, gravement,
    hautement, instamment, particulièrement, pleinement, profondément, sérieusement, solennellement, spécialement, très, vigoureusement,
    vivement, avec inquiétude, avec intérêt, avec préoccupation, avec satisfaction, avec regret, fortement, catégoriquement`),
  also: ["également", "aussi"],
  further: ["en outre", "de plus"],
  regular: { preambular: /^(?:s’|se )?\p{Ll}{3,}ant$/u },
  irregular: list(
    "cependant, pendant, durant, maintenant, suivant, avant, autant, pourtant, néant, montant, enfant, avenant",
  ),
};

const SPANISH: OpeningWords = {
  preambular:
    list(`acogiendo con agrado, acogiendo con beneplácito, acogiendo con satisfacción, actuando, advirtiendo, afirmando, alarmada,
    alarmado, alentada, alentado, alentando, apoyando, apreciando, celebrando, comprometida, comprometido, condenando, confiando, confirmando,
    consciente, considerando, consternada, consternado, convencida, convencido, decidida, decidido, declarando, deplorando, deseando, deseosa,
    deseoso, destacando, determinada, determinado, dirigiendo, elogiando, empeñada, empeñado, encomiando, esperando, estimando, exhortando,
    expresando, felicitando, guiada, guiado, habiendo adoptado, habiendo escuchado, habiendo estudiado, habiendo examinado, habiendo recibido,
    haciendo notar, haciendo suyo, horrorizada, horrorizado, indignada, indignado, inspirada, inspirado, insistiendo, inquieta, inquieto,
    instando, lamentando, manifestando, notando, observando, perturbada, perturbado, poniendo de relieve, preocupada, preocupado, profundizando,
    reafirmando, recalcando, reconociendo, recordando, rechazando, refiriéndose, reiterando, rindiendo homenaje, resuelta, resuelto, saludando,
    señalando, sabiendo, subrayando, teniendo en consideración, teniendo en cuenta, teniendo presente, tomando en consideración, tomando en
    cuenta, tomando nota, valorando`),
  operative:
    list(`acepta, acoge, acoge con agrado, acoge con beneplácito, acoge con satisfacción, acuerda, adopta, advierte, afirma, agradece,
    aguarda, aguarda con interés, alienta, anima, anuncia, apoya, aprecia, aprueba, apela, asegura, autoriza, celebra, condena, confía, confirma,
    conviene, considera, convoca, crea, da las gracias, decide, declara, deplora, designa, destaca, determina, elogia, encarga, encomia, establece,
    espera, estima, exhorta, exige, expresa, felicita, hace notar, hace suya, hace suyas, hace suyo, hace suyos, hace un llamamiento, hace hincapié,
    insta, instituye, invita, lamenta, manifiesta, nombra, nota, observa, ordena, pide, pone de relieve, proclama, promete, propone, prorroga,
    reafirma, recalca, rechaza, recomienda, reconoce, recuerda, reitera, remite, renueva, repudia, requiere, resalta, resuelve, rinde homenaje,
    saluda, se compromete, se congratula, se declara, se felicita, señala, señala a la atención, solicita, subraya, sugiere, toma nota, toma
    conocimiento, transmite, valora`),
  modifiers:
    list(`también, asimismo, además, de nuevo, nuevamente, una vez más, encarecidamente, energicamente, enérgicamente, especialmente,
    expresamente, extremadamente, firmemente, gravemente, hondamente, muy, particularmente, plenamente, profundamente, seriamente,
    solemnemente, sumamente, vivamente, con aprecio, con inquietud, con interés, con preocupación, con profunda preocupación, con
    reconocimiento, con satisfacción, con pesar`),
  also: ["también", "asimismo"],
  further: ["además"],
  regular: { preambular: /^\p{Ll}{2,}(?:ando|iendo|yendo|ándose|iéndose)$/u },
  irregular: list("cuando, bando, mando, mundo, siendo, contrabando"),
};

const RUSSIAN: OpeningWords = {
  preambular:
    list(`будучи, будучи встревожена, будучи обеспокоена, будучи преисполнена решимости, будучи убеждена, будучи воодушевлена,
    воздавая должное, воодушевленная, возмущенная, встревоженная, выражая, высоко оценивая, глубоко обеспокоенная, действуя, желая, заслушав,
    заявляя, изучив, исполненная решимости, исходя, констатируя, напоминая, настаивая, обеспокоенная, обращая внимание, одобряя, основываясь,
    осознавая, осуждая, отдавая должное, отмечая, памятуя, поддерживая, подтверждая, подчеркивая, полагая, получив, потрясенная, поощряя,
    преисполненная решимости, признавая, принимая во внимание, принимая к сведению, приветствуя, провозглашая, разделяя, рассмотрев,
    руководствуясь, сожалея, сознавая, ссылаясь, стремясь, считая, убежденная, уверенная, учитывая, утверждая, хваля, ожидая, поздравляя,
    выступая, призывая, благодаря, с удовлетворением отмечая, с обеспокоенностью отмечая`),
  operative:
    list(`благодарит, воздает должное, выражает, высоко оценивает, выступает, дает высокую оценку, заявляет, избирает, констатирует,
    надеется, назначает, напоминает, настаивает, обращает внимание, обращается, объявляет, одобряет, ожидает, осуждает, отвергает, отдает должное,
    отмечает, поддерживает, подтверждает, подчеркивает, поздравляет, полагает, поощряет, поручает, постановляет, предлагает, предписывает,
    препровождает, признает, призывает, принимает, принимает к сведению, приветствует, провозглашает, просит, разделяет, разрешает, рекомендует,
    решает, сожалеет, созывает, соглашается, ссылается, считает, требует, уполномочивает, утверждает, учреждает, хвалит, заверяет, обязуется,
    убеждена, рассчитывает, продлевает, присоединяется, берет на себя, вновь заявляет`),
  modifiers:
    list(`также, далее, вновь, вновь и вновь, еще раз, глубоко, горячо, искренне, категорически, крайне, настоятельно, особо, особенно,
    полностью, решительно, самым решительным образом, серьезно, снова, твердо, торжественно, в частности, с беспокойством, с глубокой
    обеспокоенностью, с интересом, с обеспокоенностью, с озабоченностью, с признательностью, с сожалением, с удовлетворением`),
  also: ["также"],
  further: ["далее"],
  regular: {
    preambular: /^\p{Ll}{3,}(?:[аяуюе]я|[аяиеу]в|[аяи]сь|вшись|вши)$/u,
    operative: /^\p{Ll}{3,}(?:ает|яет|ует|юет|ит|ет|ается|яется|ится)$/u,
  },
  irregular: list(
    "государствая, предмет, совет, комитет, кредит, лимит, приоритет, бюджет, авторитет, пакет, всемирная, международная",
  ),
};

const ARABIC: OpeningWords = {
  preambular:
    list(`إذ تأخذ, إذ تأسف, إذ تؤكد, إذ تؤمن, إذ تؤيد, إذ تثني, إذ تحيط علما, إذ تدرك, إذ تدين, إذ ترحب, إذ ترى, إذ تسترشد, إذ تستند,
    إذ تسلم, إذ تشجع, إذ تشدد, إذ تشعر, إذ تشيد, إذ تشير, إذ تضع في اعتبارها, إذ تعترف, إذ تعتقد, إذ تعرب, إذ تعقد العزم, إذ تعلن, إذ تعي, إذ تعيد,
    إذ تقدر, إذ تقر, إذ تكرر, إذ تلاحظ, إذ تنوه, إذ تهنئ, إذ تود, إذ يثير جزعها, إذ يساورها, إذ يساورها القلق, إذ يقلقها, إذ تسلّم, إذ تحث, إذ تدعو, إذ تهيب,
    إذ تستذكر, إذ تبرز, إذ تتطلع, إذ يشجعها, إذ تسعى, إذ تلتزم, إذ تعرب عن القلق, إدراكا منها, إيمانا منها, اقتناعا منها, تصميما منها, حرصا منها, رغبة منها,
    وعيا منها, مع مراعاة, قد استعرضت, قد اعتمدت, قد تلقت, قد درست, قد نظرت, قد استمعت, بعد أن نظرت, التزاما منها, تسليما منها, اعترافا منها, تأكيدا منها`),
  operative:
    list(`تأخذ علما, تأذن, تأسف, تأمل, تؤكد, تؤيد, تتطلع, تتعهد, تثني, تحث, تحيط علما, تخول, تدعو, تدين, ترحب, ترجو, ترفض, تستنكر, تسلم, تسترعي,
    تشجب, تشجع, تشدد, تشكر, تشيد, تشير, تضع, تطالب, تطلب, تعتبر, تعتمد, تعترف, تعتزم, تعرب, تعقد, تعلن, تعيد, تعيد تأكيد, تعين, تفوض, تقدر, تقر, تقرر, تكرر,
    تلاحظ, تمدد, تناشد, تنشئ, تنوه, تهنئ, تهيب, توافق, توجه, توجه الانتباه, توصي, توعز, تود, تبرز, تجدد, تذكر, ترى, تحيي, تكلف, تدعم, تصر, تقترح, تستذكر, تحيل`),
  modifiers: list("بقوة, بشدة, مع التقدير, مع القلق, مع الارتياح, مرة أخرى, من جديد, رسميا"),
  also: ["أيضا"],
  further: ["كذلك"],
  regular: { preambular: /^إذ \p{L}{2,}/u, operative: /^[تي]\p{L}{2,}$/u },
  irregular: list("يجب, يمكن, ينبغي, يوم, تاريخ, تدابير, تجار, تهريب, تعاون, تنمية, تحت, تلك"),
};

const CHINESE: OpeningWords = {
  preambular:
    list(`回顾, 铭记, 牢记, 重申, 确认, 认识到, 意识到, 强调, 欢迎, 注意到, 赞赏, 深信, 坚信, 相信, 决心, 考虑到, 顾及, 审议了, 审查了, 听取了, 收到, 通过了, 关切, 关注,
    深为关切, 表示关切, 表示, 申明, 震惊, 惊悉, 念及, 赞扬, 承认, 感谢, 遵循, 遵照, 依照, 根据, 本着, 希望, 期望, 期待, 谴责, 遗憾, 不安, 痛惜, 支持, 鼓励, 着重指出, 指出, 忆及, 纪念,
    庆贺, 祝贺, 致力于, 受到鼓舞, 深感, 感到, 惦记, 满意, 察及, 获悉, 肯定, 敬佩, 敬意, 力求, 愿意, 提请注意, 谋求`),
  operative:
    list(`呼吁, 吁请, 促请, 敦促, 决定, 请, 邀请, 鼓励, 欢迎, 重申, 强调, 表示, 赞扬, 建议, 注意到, 谴责, 申明, 通过, 认可, 核可, 核准, 批准, 赞同, 感谢, 宣布, 宣告, 授权, 确认, 认识到,
    承认, 要求, 支持, 设立, 指定, 任命, 期待, 希望, 欣见, 痛惜, 遗憾, 拒绝, 反对, 责成, 指示, 提醒, 提请, 回顾, 着重指出, 指出, 祝贺, 致敬, 同意, 认为, 断定, 延长, 重新设立, 推荐, 转递, 承诺, 声明,
    保证, 商定, 表明, 告诫, 号召, 召开, 恳请, 恳求, 关切, 铭记, 接受, 采纳, 赞赏, 肯定`),
  modifiers: list(
    `还, 又, 并, 也, 再次, 再度, 特别, 强烈, 郑重, 庄严, 坚决, 深为, 深切, 深感, 严重, 极为, 十分, 充分, 迫切, 紧急, 赞赏地, 感兴趣地, 满意地, 关切地, 遗憾地, 感谢地, 热烈, 诚挚, 完全, 明确, 大力, 进一步`,
  ),
  also: ["还", "也"],
  further: ["又", "并", "进一步"],
  regular: {},
  irregular: [],
};

export const OPENING_WORDS: Readonly<Record<Language, OpeningWords>> = {
  ar: ARABIC,
  en: ENGLISH,
  es: SPANISH,
  fr: FRENCH,
  ru: RUSSIAN,
  zh: CHINESE,
};
