/** With what an action of a plan opens: an infinitive, in Arabic a verbal noun, in Chinese a verb. Our own lists. */
import type { Language } from "@concord/core/vocabulary";

const words = (text: string): ReadonlySet<string> => new Set(text.split(/[\s,]+/).filter(Boolean));

/** First words of an action, lower case. */
export const ACTION_WORDS: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: words(`address adopt advance allocate analyse apply appoint assess assist build carry collect combat compile conduct consider
    continue cooperate coordinate counter create criminalize deliver designate develop disrupt disseminate elaborate eliminate enable
    encourage end enforce engage enhance ensure establish evaluate examine exchange expand facilitate finance focus foster fund give grant
    guarantee harmonize help identify implement improve include increase integrate intensify introduce invest investigate invite involve join
    launch maintain make mainstream mobilize monitor negotiate offer organize penalize prevent produce promote prosecute protect provide
    publish raise ratify recognize reduce refer reinforce report require respect review revise safeguard scale secure set share sign
    strengthen study support sustain take target tackle train translate undertake update use work`),
  fr: words(`adopter allouer améliorer appliquer appuyer assurer associer augmenter coopérer coordonner collecter combattre créer définir
    développer diffuser doter élaborer éliminer encourager engager établir évaluer examiner échanger faciliter faire favoriser financer former
    fournir garantir harmoniser identifier incorporer incriminer intégrer intensifier inviter lancer lutter mener mettre mobiliser
    octroyer offrir organiser poursuivre prendre prévenir promouvoir protéger publier ratifier recueillir réduire renforcer réviser
    sensibiliser soutenir suivre veiller`),
  es: words(`abordar adoptar alentar ampliar analizar apoyar aplicar aprobar asegurar asignar asistir aumentar capacitar colaborar combatir
    compartir cooperar coordinar crear desarrollar designar difundir elaborar eliminar emprender establecer estudiar evaluar examinar facilitar
    fomentar formar fortalecer garantizar hacer identificar impartir impedir implementar incluir incorporar incrementar integrar intensificar
    intercambiar invertir investigar mejorar movilizar ofrecer organizar penalizar prestar prevenir promover proporcionar proteger publicar
    ratificar recopilar reducir reforzar reunir revisar sensibilizar tipificar tomar velar`),
  ru: words(`активизировать бороться внедрять вовлекать выделять выявлять гарантировать защищать изучать искоренять координировать
    криминализировать наращивать обеспечивать обеспечить обмениваться обучать оказывать осуществлять организовывать оценивать
    повышать повысить поддерживать поощрять предоставлять предотвращать предупреждать принимать принять привлекать проводить
    публиковать развивать разрабатывать разработать расширять ратифицировать собирать содействовать создавать создать сотрудничать
    совершенствовать сокращать укреплять укрепить улучшать усиливать усилить устанавливать учредить финансировать`),
  ar: words(`إجراء إدماج إذكاء إعداد إقامة إنشاء إنفاذ اتخاذ اعتماد بناء تبادل تجريم تحديد تحسين تدريب ترسيخ تسهيل تشجيع تطبيق تطوير تعزيز
    تقديم تكثيف تمويل تنسيق تنظيم تنفيذ توسيع توعية توفير تيسير جمع حماية دعم رصد زيادة ضمان كفالة معالجة مكافحة ملاحقة منع منح نشر وضع وقاية`),
  zh: words(`采取 参与 查明 促进 打击 防止 保护 保障 提高 提供 推动 推进 加强 加大 建立 建设 健全 开展 确保 落实 起诉 设立 实施 收集 完善 协调
    消除 预防 增加 增强 支持 制定 鼓励 改善 改进 扩大 培训 发展 交流 执行 监测 评估 批准 共享 惩处 援助`),
};
