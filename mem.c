#include "u.h"
static long left=-1;
static void*al(size_t n,void*u){(void)u; if(left==0){left=-1;return NULL;} if(left>0)left--; return malloc(n);}
static void fr(void*p,void*u){(void)u;free(p);}
static uint64_t dig(followup_report*r){uint64_t s=followup_report_count(r);for(size_t i=0;i<followup_report_count(r);i++){const followup_finding*f=followup_report_finding(r,i);size_t a=0;followup_finding_span(f,0,&a,NULL);s=s*1000003+followup_finding_fingerprint(f)+a;}return s;}
static const char*bodies[]={
"Dear Anna,\n\nThank you for the talk about [topic]!!! I am SO VERY SORRY to bother you. When will I hear from you? I would love to join the team. I need an answer by Friday or I will take my other offer. I am sorry to bother you again. Please let me know when you will decide. What does it pay? I am the best candidate for this job and my experience speaks for itself.\n\nBest,\nKim\n",
"Hi Bob,\n\nI would love to hear back when you decide. Thank you for your time yesterday. I am sorry that I have to ask when I might hear from you. My salary needs are flexible.\n\nKim\n",
"Hello,\n\nno reply not one word after my interview and i would die for this job please i beg you. I have another offer that ends Friday. Please tell me by tomorrow. Attached is my resume.\n\nKim\n",
"I you thank when will hear my the not and sorry please salary offer friday decide a i me your know let best candidate other for job. you when will i hear.\n"};
enum{N=4};
int main(void){
 followup_context*c=NULL;followup_context_new(al,fr,NULL,&c);
 followup_linter*l=NULL;followup_linter_new(c,NULL,&l,NULL);
 uint64_t want[N];
 for(int i=0;i<N;i++){followup_report*r=NULL;followup_lint_text(l,NULL,FOLLOWUP_KIND_THANK_YOU,bodies[i],Z,&r,NULL);want[i]=dig(r);printf("body %d: %zu\n",i,followup_report_count(r));followup_report_free(r);}
 int bad=0,ok_after_fail=0;
 for(int a=0;a<N;a++)for(int b=0;b<N;b++)for(long n=0;n<200;n++){
  followup_scratch*s=NULL;left=-1;followup_scratch_new(l,&s,NULL);
  followup_report*r=NULL;left=n;
  followup_status st=followup_lint_text(l,s,FOLLOWUP_KIND_THANK_YOU,bodies[a],Z,&r,NULL);
  int failed=left==-1;left=-1;
  if(failed&&st==FOLLOWUP_OK){ok_after_fail++;}
  if(st==FOLLOWUP_OK&&dig(r)!=want[a])printf("WRONG though OK a=%d n=%ld\n",a,n);
  followup_status st2=followup_lint_text(l,s,FOLLOWUP_KIND_THANK_YOU,bodies[b],Z,&r,NULL);
  if(st2!=FOLLOWUP_OK||dig(r)!=want[b]){ if(bad++<3){printf("after failure at %ld of body %d, body %d: status %d\n",n,a,b,st2);show(r);
    followup_report*q=NULL;followup_lint_text(l,NULL,FOLLOWUP_KIND_THANK_YOU,bodies[b],Z,&q,NULL);puts(" expected:");show(q);followup_report_free(q);} }
  followup_report_free(r);followup_scratch_free(s); if(!failed)break;}
 printf("bad %d, ok after fail %d\n",bad,ok_after_fail);
 followup_linter_free(l);followup_context_free(c);}
