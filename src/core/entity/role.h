/*
 * role.h -- what an article calls the people and bodies it names.
 *
 *     Kremlin aide Yuri Ushakov               Kremlin aide
 *     Ana Ruiz, the mayor of Quillbrook,      mayor of Quillbrook
 *     Lena Sparks, who heads the union,       heads the union
 *
 * One table an article (NtArticle.roles): whoever asks what somebody is
 * (speaker_role, news_cast) or who "the mayor" is reads it.
 */
#ifndef NEWSTEXT_ROLE_H
#define NEWSTEXT_ROLE_H

#include "article.h"

/*
 * entity_roles fills article->roles, in the order of their words.  Needs
 * STAGE_ENTITIES; read.c runs it as STAGE_ROLES, before quotes.
 */
extern void entity_roles(NtArticle *article);

/*
 * role_bearer returns the entity that a description of tokens [first, last)
 * stands for ("the mayor", "Kremlin aide Ushakov's" without the name): the one
 * whose roles hold its head noun and all its other telling words.  NT_NONE when
 * none does, or two do: better nobody than the wrong one.
 */
extern uint32_t role_bearer(const NtArticle *article, uint32_t first, uint32_t last);

/* An entity's first role is article->roles.at[entity.role - 1], when entity.role is not 0. */

#endif
